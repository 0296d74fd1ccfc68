// What the keyboard does, as in the app.

import { WIDTHS } from "../model/style.js";
import { TOOLS } from "../tools/registry.js";
import { byId, isCovered } from "./dom.js";

/** So far an arrow key moves the view, in screen pixels. */
const STEP_PX = 64;

/**
 * @typedef {{choose: (tool: string) => void, width: (width: number) => void, undo: () => void, redo: () => void,
 *   cancel: () => void, holdSpace: (held: boolean) => void, turn: (by: number) => void, zoomBy: (factor: number) => void,
 *   zoomTo: (zoom: number) => void, fit: () => void, pan: (dx: number, dy: number) => void}} Doings
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
  /** On the board alone: elsewhere they move between choices. @type {Record<string, () => void>} */
  const onBoard = {
    arrowleft: () => doings.pan(STEP_PX, 0),
    arrowright: () => doings.pan(-STEP_PX, 0),
    arrowup: () => doings.pan(0, STEP_PX),
    arrowdown: () => doings.pan(0, -STEP_PX),
    " ": () => doings.holdSpace(true),
  };
  for (const { name, key } of TOOLS) plain[key.toLowerCase()] = () => doings.choose(name);
  WIDTHS.forEach((width, i) => (plain[i + 1] = () => doings.width(width)));

  document.addEventListener("keydown", (event) => {
    if (event.target instanceof HTMLInputElement || event.altKey || isCovered()) return;
    const key = event.key.toLowerCase();
    if (key === "tab") byId("canvas").classList.remove("pointed");
    let act = event.shiftKey && event.code === "Digit1" ? doings.fit : plain[key];
    if (event.ctrlKey || event.metaKey)
      act = key === "y" || (key === "z" && event.shiftKey) ? doings.redo : key === "z" ? doings.undo : no;
    else if (event.target === document.body || event.target === byId("canvas")) act ??= onBoard[key];
    if (!act || act === no) return;
    event.preventDefault();
    act();
  });
  document.addEventListener("keyup", (event) => {
    if (event.key === " ") doings.holdSpace(false);
  });
}

const no = () => {};
