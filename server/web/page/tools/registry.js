// The tools, in the order of the toolbar, which derives from this list; names and keys as in the app.

import { Eraser } from "./eraser.js";
import { Hand } from "./hand.js";
import { Pen } from "./pen.js";

/** @import { Gesture, Surroundings } from "./tool.js" */

/**
 * `ink` is set for tools that draw and so have a colour and a width; `alone` tools follow one pointer at a time; who
 * may
 * only look has the `watching` ones.
 * @typedef {{name: string, label: string, key: string, ink: string, cursor: string, alone: boolean, watching: boolean,
 *   make: (around: Surroundings, zoom: number) => Gesture}} Tool
 */

/** @type {Tool[]} */
export const TOOLS = [
  inkTool("pen", "Pen", "P"),
  inkTool("marker", "Marker", "B"),
  inkTool("highlighter", "Highlighter", "M"),
  {
    name: "eraser",
    label: "Eraser",
    key: "E",
    ink: "",
    cursor: "none",
    alone: false,
    watching: false,
    make: (around) => new Eraser(around),
  },
  inkTool("laser", "Laser", "K"),
  {
    name: "hand",
    label: "Hand",
    key: "H",
    ink: "",
    cursor: "grab",
    alone: true,
    watching: true,
    make: () => new Hand(),
  },
];

/** @param {string} name @param {string} label @param {string} key @returns {Tool} */
function inkTool(name, label, key) {
  const make = (/** @type {Surroundings} */ around, /** @type {number} */ zoom) => new Pen(name, around, zoom);
  return { name, label, key, ink: name, cursor: "crosshair", alone: false, watching: false, make };
}

/** @param {string} name @returns {Tool} */
export function toolOf(name) {
  const tool = TOOLS.find((each) => each.name === name);
  if (!tool) throw new RangeError(`no tool ${name}`);
  return tool;
}
