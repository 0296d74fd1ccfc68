// The island of tools, colours and widths, and undo and redo in the bar.

import { COLORS, COLOR_NAMES, WIDTHS } from "../model/style.js";
import { TOOLS } from "../tools/registry.js";
import { byId, disc, icon, opens, radios } from "./dom.js";

/** @import { Editor } from "../editor.js" */

export class Toolbar {
  /** @param {Editor} editor @param {() => void} onChoice something else is in hand now */
  constructor(editor, onChoice) {
    this._editor = editor;
    this._shown = "";
    /** @param {() => void} act */
    const then = (act) => {
      act();
      this.show();
      onChoice();
    };
    this._tool = radios(
      byId("tools"),
      TOOLS.map(({ name, label, key }) => ({
        value: name,
        label,
        className: "icon",
        picture: icon(name),
        title: `${label} (${key})`,
      })),
      (name) => then(() => editor.choose(name)),
    );
    this._color = radios(
      byId("colors"),
      COLORS.map((color, i) => ({ value: color, label: COLOR_NAMES[i], className: "swatch", picture: disc(9, color) })),
      (color) => then(() => editor.dip({ color })),
    );
    this._width = radios(
      byId("widths"),
      WIDTHS.map((width, i) => ({
        value: `${width}`,
        label: `Width ${i + 1} of ${WIDTHS.length}`,
        className: "width",
        picture: disc(2 + 1.5 * i, "currentColor"),
        title: `Width (${i + 1})`,
      })),
      (width) => then(() => editor.dip({ width: Number(width) })),
    );
    const inks = byId("inks");
    opens(byId("ink"), inks, (open) => inks.classList.toggle("open", open));
    byId("undo").addEventListener("click", () => editor.undo());
    byId("redo").addEventListener("click", () => editor.redo());
    this.show();
  }

  /** Beside a pen one may want fingers to draw all the same. @param {{fingersDraw: boolean}} pointers */
  offerFingers(pointers) {
    const button = byId("fingers");
    button.hidden = false;
    button.addEventListener("click", () => {
      pointers.fingersDraw = !pointers.fingersDraw;
      button.setAttribute("aria-pressed", `${pointers.fingersDraw}`);
    });
  }

  /** Show what is in hand, and what can be undone. */
  show() {
    const { inks, tool, history, mayDraw, busy } = this._editor;
    const hidden = !mayDraw || byId("bar").hidden; // nobody is on the board yet
    const undoes = mayDraw && (history.canUndo || busy);
    const redoes = mayDraw && history.canRedo;
    const now = [hidden, undoes, redoes, tool.name, inks.color, inks.width].join();
    if (now === this._shown) return;
    this._shown = now;
    byId("island").hidden = hidden;
    this._tool(tool.name);
    this._color(inks.color);
    this._width(`${inks.width}`);
    byId("ink-dot").setAttribute("fill", inks.color);
    byId("ink-dot").setAttribute("r", `${4 + 1.5 * WIDTHS.indexOf(inks.width)}`);
    byId("canvas").style.cursor = tool.cursor;
    /** @type {HTMLButtonElement} */ (byId("undo")).disabled = !undoes;
    /** @type {HTMLButtonElement} */ (byId("redo")).disabled = !redoes;
  }
}
