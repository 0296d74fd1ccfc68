// The form in front of a board: its code, if the link has none, and who comes.

import { COLORS, COLOR_NAMES } from "../model/style.js";
import { shown, typed } from "../protocol/code.js";
import { byId, disc, make, radios } from "./dom.js";

/** @import { Profile } from "./profile.js" */

/** A board that anybody may enter. @typedef {{name: string, members: number}} OpenBoard */

export class Door {
  /**
   * @param {string} board "" if the address names none @param {string} code @param {Profile} profile
   * @param {(code: string, profile: Profile) => void} onJoin
   */
  constructor(board, code, profile, onJoin) {
    this._board = board;
    this._color = profile.color;
    this._code = /** @type {HTMLInputElement} */ (byId("code"));
    this._name = /** @type {HTMLInputElement} */ (byId("name"));
    this._code.value = shown(code);
    this._name.value = profile.name;
    byId("door-title").textContent = board || "Whiteboard";
    if (board) document.title = `${board} - Whiteboard`;
    byId("door-words").textContent = board
      ? "A shared whiteboard. Draw along, right here."
      : "Type the code of a board on this computer.";
    byId("code-row").hidden = code !== "";
    const showColor = radios(
      byId("door-colors"),
      COLORS.slice(0, 7).map((color, i) => ({
        value: color,
        label: COLOR_NAMES[i],
        className: "swatch",
        picture: disc(10, color),
      })),
      (color) => showColor((this._color = color)),
    );
    showColor(this._color);
    const app = /** @type {HTMLAnchorElement} */ (byId("app-link"));
    app.href = `whiteboard://${location.host}${location.pathname}${location.hash}`;
    if (!board) app.hidden = true;
    byId("door-form").addEventListener("submit", (event) => {
      event.preventDefault();
      const name = this._name.value.trim();
      if (name) onJoin(typed(this._code.value), { name, color: this._color });
    });
  }

  /** @param {string} [trouble] what was wrong the last time @param {boolean} [askCode] */
  open(trouble = "", askCode = false) {
    byId("door").hidden = false;
    const words = byId("door-trouble");
    words.textContent = trouble;
    words.hidden = !trouble;
    if (askCode) byId("code-row").hidden = false;
    const first = byId("code-row").hidden || (this._code.value && !askCode) ? this._name : this._code;
    first.focus();
    first.select();
  }

  close() {
    byId("door").hidden = true;
  }

  /** What can be entered without a code. @param {OpenBoard[]} boards */
  showOpen(boards) {
    if (this._board) {
      if (boards.some(({ name }) => name === this._board)) byId("code-row").hidden = true;
      return;
    }
    const list = byId("open-boards");
    list.replaceChildren(
      ...boards.map(({ name, members }) =>
        make("a", { href: `/b/${encodeURIComponent(name)}` }, `${name} (${members} here)`),
      ),
    );
    list.hidden = !boards.length;
  }
}
