// Fractional indexing: order strings between any two others (SPEC D3), as in whiteboard/model/order.py.

export const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const BASE = DIGITS.length;
const HEAD = 6;
const TAIL = 2;
const MAX_LENGTH = 64;

/** @param {string} text */
export const isOrder = (text) => /^[0-9A-Za-z]{0,63}[1-9A-Za-z]$/.test(text) && text.length <= MAX_LENGTH;

/**
 * A key above `last` (null: the board is empty). `jitter` is any non-negative integer.
 * @param {string | null} last @param {number} jitter
 */
export function above(last, jitter) {
  const head = last === null ? 0 : valueOf(last.slice(0, HEAD).padEnd(HEAD, "0"));
  if (head + 1 >= BASE ** HEAD) return between(last, null, jitter);
  const tail = 1 + (jitter % (BASE ** TAIL - 1));
  return (textOf(head + 1, HEAD) + textOf(tail, TAIL)).replace(/0+$/, "");
}

/**
 * A key strictly between two others (null: no limit on that side). RangeError if low >= high.
 * @param {string | null} low @param {string | null} high @param {number} jitter
 */
export function between(low, high, jitter) {
  if (low !== null && high !== null && low >= high) throw new RangeError(`no order between ${low} and ${high}`);
  let a = low ?? "";
  let b = high;
  let prefix = "";
  for (;;) {
    const digitA = a ? DIGITS.indexOf(a[0]) : 0;
    const digitB = b ? DIGITS.indexOf(b[0]) : BASE;
    if (digitB - digitA > 1) return prefix + DIGITS[digitA + 1 + (jitter % (digitB - digitA - 1))];
    prefix += DIGITS[digitA];
    a = a.slice(1);
    b = b && digitB === digitA ? b.slice(1) : null;
  }
}

/** @param {string} text */
function valueOf(text) {
  let value = 0;
  for (const digit of text) value = value * BASE + DIGITS.indexOf(digit);
  return value;
}

/** @param {number} value @param {number} width */
function textOf(value, width) {
  let digits = "";
  for (let i = 0; i < width; i++, value = Math.floor(value / BASE)) digits = DIGITS[value % BASE] + digits;
  return digits;
}
