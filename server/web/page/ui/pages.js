// The pages of the board and how large it is shown, in the corner.

import { byId } from "./dom.js";

/** @import { Editor } from "../editor.js" */

export class PageControls {
  /**
   * @param {Editor} editor
   * @param {{zoomBy: (factor: number) => void, zoomTo: (zoom: number) => void, fit: () => void}} view
   */
  constructor(editor, view) {
    this._editor = editor;
    const click = (/** @type {string} */ id, /** @type {() => void} */ act) => byId(id).addEventListener("click", act);
    click("page-back", () => this.turn(-1));
    click("page-on", () => this.turn(1));
    click("page-add", () => editor.addPage());
    click("zoom-in", () => view.zoomBy(1.25));
    click("zoom-out", () => view.zoomBy(1 / 1.25));
    click("zoom-words", () => view.zoomTo(1));
    click("fit", () => view.fit());
  }

  /** To the page so many further on, if there is one. @param {number} by */
  turn(by) {
    const page = this._editor.pages[this._at + by];
    if (page) this._editor.turnTo(page.id);
  }

  /** @param {number} zoom */
  show(zoom) {
    const { pages, mayDraw } = this._editor;
    const several = pages.length > 1;
    byId("pages").classList.toggle("several", several);
    byId("page-back").hidden = byId("page-on").hidden = byId("page-words").hidden = !several;
    byId("page-words").textContent = `${Math.max(this._at, 0) + 1} / ${pages.length}`;
    byId("page-words").title = pages[this._at]?.title ?? "";
    byId("page-add").hidden = !mayDraw;
    byId("zoom-words").textContent = `${Math.round(100 * zoom)} %`;
    /** @type {HTMLButtonElement} */ (byId("page-back")).disabled = this._at === 0;
    /** @type {HTMLButtonElement} */ (byId("page-on")).disabled = this._at === pages.length - 1;
  }

  get _at() {
    return this._editor.pages.findIndex(({ id }) => id === this._editor.page);
  }
}
