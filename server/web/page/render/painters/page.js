// A page is no picture: what it is printed with is painted under everything (render/paper.js).

/** @import { Painter } from "./painter.js" */

/** @type {Painter} */
export const page = {
  box: () => ({ left: 0, top: 0, right: 0, bottom: 0 }),
  paint() {},
  touches: () => false,
};
