// Undo and redo of one person's own edits on one board (SPEC U1 to U3): proposes operations, changes nothing itself.

import { same } from "./element.js";
import { merged } from "./text_merge.js";

/** @import { Board, Change } from "./document.js" */
/** @import { Element, Op } from "./element.js" */

const DEPTH = 1000;

export class History {
  constructor() {
    /** @type {Change[]} */
    this._undo = [];
    /** @type {Change[]} */
    this._redo = [];
  }

  get canUndo() {
    return this._undo.length > 0;
  }

  get canRedo() {
    return this._redo.length > 0;
  }

  /** Remember an edit of my own; what was undone before can no longer be redone. @param {Change} change */
  record(change) {
    if (!change.length) return;
    push(this._undo, change);
    this._redo = [];
  }

  /** Operations that take back my newest edit that still can be. @param {Board} board */
  undo(board) {
    return pop(this._undo, board);
  }

  /** Operations that do again what was undone last. @param {Board} board */
  redo(board) {
    return pop(this._redo, board);
  }

  /** The operations of `undo` changed this. @param {Change} change */
  undone(change) {
    push(this._redo, change);
  }

  /** The operations of `redo` changed this. @param {Change} change */
  redone(change) {
    push(this._undo, change);
  }
}

/** @param {Change[]} stack @param {Change} change */
function push(stack, change) {
  stack.push(change);
  if (stack.length > DEPTH) stack.shift();
}

/**
 * Operations that reverse the newest change on the stack; changes with nothing left to reverse are dropped (U2).
 * @param {Change[]} stack @param {Board} board @returns {Op[]}
 */
function pop(stack, board) {
  for (let change = stack.pop(); change; change = stack.pop()) {
    const ops = [...change].reverse().flatMap(([before, after]) => reverse(before, after, board));
    if (ops.length) return ops;
  }
  return [];
}

/** @param {Element | null} before @param {Element | null} after @param {Board} board @returns {Op[]} */
function reverse(before, after, board) {
  if (before === null) return after === null ? [] : takenBack(after, board);
  const current = board.get(before.id);
  if (after === null) return current === null ? [{ op: "put", element: before }] : [];
  if (current === null) return [];
  /** @type {Op[]} */
  const ops = [];
  /** @type {Record<string, unknown>} */
  const groups = {};
  for (const name of Object.keys(before)) {
    if (name === "id" || name === "kind") continue;
    if (same(before[name], after[name])) continue;
    if (name === "text") {
      const back = merged(after.text, before.text, current.text);
      if (back !== current.text) ops.push({ op: "retype", id: before.id, base: after.text, text: before.text });
    } else if (same(current[name], after[name])) groups[name] = before[name];
  }
  if (Object.keys(groups).length) ops.push({ op: "patch", id: before.id, ...groups });
  return ops;
}

/**
 * Remove what I put; where others typed into it, only my letters.
 * @param {Element} mine @param {Board} board @returns {Op[]}
 */
function takenBack(mine, board) {
  const current = board.get(mine.id);
  if (current === null) return [];
  const [typed, now] = [mine.text ?? "", current.text ?? ""];
  if (now === typed || merged(typed, "", now) === "") return [{ op: "remove", id: mine.id }];
  return typed ? [{ op: "retype", id: mine.id, base: typed, text: "" }] : [];
}
