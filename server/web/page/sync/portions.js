// What one person does at once, cut into edits that a server takes (whiteboard/sync/portions.py).

/** @import { Op } from "../model/element.js" */

/** Operations in one edit: everybody takes in so many in 10 ms, and looks at their hand again (SPEC, Words). */
const MOST_OPS = 1_000;
/** Of one edit, as far as one can tell without encoding it; half of what a message may have. */
const MAX_BYTES = 1_000_000;
/** An operation without points and text is hardly longer than this in JSON. */
const OP_BYTES = 260;

/**
 * The operations in order, in as few edits as can be: one, if it is not very much.
 * @param {Op[]} ops @returns {Op[][]}
 */
export function inPortions(ops) {
  /** @type {Op[][]} */
  const portions = [];
  let begin = 0;
  let size = 0;
  ops.forEach((op, i) => {
    const weight = weightOf(op);
    if (i > begin && (i - begin === MOST_OPS || size + weight > MAX_BYTES)) {
      portions.push(ops.slice(begin, i));
      begin = i;
      size = 0;
    }
    size += weight;
  });
  if (begin < ops.length) portions.push(ops.slice(begin));
  return portions;
}

/** @param {Op} op */
function weightOf(op) {
  switch (op.op) {
    case "put":
      return OP_BYTES + op.element.points.length + 3 * op.element.text.length;
    case "patch":
      return OP_BYTES + `${op.points ?? ""}`.length + 3 * `${op.text ?? ""}`.length;
    case "retype":
      return OP_BYTES + 3 * (op.base.length + op.text.length);
    default:
      return Math.floor(OP_BYTES / 4);
  }
}
