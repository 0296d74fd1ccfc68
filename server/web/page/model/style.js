// The palette and the widths of the toolbar (whiteboard/model/style.py), and the inks in the pencil case.

import { styleFrom } from "./element.js";

/** @import { Style } from "./element.js" */

export const COLORS = ["#1e1e1e", "#e03131", "#f08c00", "#2f9e44", "#1971c2", "#7048e8", "#c2255c", "#868e96"];
export const COLOR_NAMES = ["Black", "Red", "Orange", "Green", "Blue", "Violet", "Pink", "Grey"];
export const WIDTHS = [2, 4, 8, 16];
const HIGHLIGHTER_FACTOR = 5;

/** Each ink keeps its own colour and nominal width, as the pens on a desk do. */
export class Inks {
  constructor() {
    /** The ink that was in hand last. */
    this.last = "pen";
    /** @type {Record<string, {color: string, width: number}>} */
    this._inks = {
      pen: { color: COLORS[0], width: WIDTHS[1] },
      marker: { color: COLORS[0], width: WIDTHS[2] },
      highlighter: { color: COLORS[2], width: WIDTHS[1] },
      laser: { color: COLORS[1], width: WIDTHS[1] },
    };
  }

  get color() {
    return this._inks[this.last].color;
  }

  get width() {
    return this._inks[this.last].width;
  }

  /** @param {Partial<{color: string, width: number}>} look */
  set(look) {
    Object.assign(this._inks[this.last], look);
  }

  /** @param {string} ink @returns {Style} */
  styleOf(ink) {
    const { color, width } = this._inks[ink];
    return styleFrom({ color, width: ink === "highlighter" ? width * HIGHLIGHTER_FACTOR : width, ink });
  }
}
