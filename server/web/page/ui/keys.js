// What the keyboard does, as in the app.

import { WIDTHS } from "../model/style.js";
import { TOOLS } from "../tools/registry.js";

/**
 * @typedef {{choose: (tool: string) => void, width: (width: number) => void, undo: () => void, redo: () => void,
 * cancel: () => void, holdSpace: (held: boolean) => void, turn: (by: number) => void, zoomBy: (factor: number) => void,
 *   zoomTo: (zoom: number) => void, fit: () => void}} Doings
 */

/** @param {Doings} doings */
export function listenToKeys(doings) {
  /** @type {Record<string, () => void>} */
  const plain = {
    escape: doings.cancel,
    pageup: () => doings.turn(-1),
    pagedown: () => doings.turn(1),
    "+": () => doings.zoomBy(1.25),
    "=": () => doings.zoomBy(1.25),
    "-": () => doings.zoomBy(1 / 1.25),
    0: () => doings.zoomTo(1),
    "!": doings.fit,
  };
  for (const { name, key } of TOOLS) plain[key.toLowerCase()] = () => doings.choose(name);
  WIDTHS.forEach((width, i) => (plain[i + 1] = () => doings.width(width)));

  document.addEventListener("keydown", (event) => {
    if (event.target instanceof HTMLInputElement || event.altKey) return;
    const key = event.key.toLowerCase();
    let act = event.shiftKey && event.code === "Digit1" ? doings.fit : plain[key];
    if (event.ctrlKey || event.metaKey)
      act = key === "y" || (key === "z" && event.shiftKey) ? doings.redo : key === "z" ? doings.undo : no;
    else if (key === " " && event.target instanceof HTMLCanvasElement) act = () => doings.holdSpace(true);
    if (!act || act === no) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keyup", (event) => {
    if (event.key === " ") doings.holdSpace(false);
  });
}

const no = () => {};
