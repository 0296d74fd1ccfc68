// Text in a box: broken into lines, aligned, with lists, in any script (whiteboard/render/text_layout.py).
//
// Laid out at one size whatever the zoom, so that lines break alike at every zoom. The box was measured by who typed
// last,
// with their fonts: what does not fit it here is painted smaller.

/** @import { Font } from "../model/element.js" */
/** @import { Rect } from "./viewport.js" */

/**
 * One line: where it begins, its baseline, what is written; in units of EM a 64.
 * @typedef {{text: string, x: number, y: number, width: number, rtl: boolean}} Line
 */
/** @typedef {{width: number, height: number, lines: Line[]}} Laid */
/**
 * @typedef {{body: string, mark: string, indent: number, rtl: boolean, lines: {text: string, width: number}[]}}
 *   Paragraph
 */

// prettier-ignore
const PLAIN =
  '"Segoe UI", "Helvetica Neue", "Noto Sans", Cantarell, Ubuntu, Roboto, ' +
  '"Liberation Sans", "DejaVu Sans", sans-serif';
// prettier-ignore
const HAND =
  '"Segoe Print", "Ink Free", "Bradley Hand", Noteworthy, "Chalkboard SE", ' +
  '"Comic Neue", "Patrick Hand", "Comic Sans MS", cursive';

const EM = 64;
const LINE_EM = 1.3;
const USUAL_ASCENT = 0.93 * EM;
const USUAL_DESCENT = 0.24 * EM;
const PAD = 0.1 * EM;
const INDENT_EM = 1.1;
const DIGIT_EM = 0.6;
const MARK_GAP = 0.35 * EM;
const MOST_LINES = 2000;
/** Letters of a smaller em, in device pixels, are shown as faint bars: nobody could read them. */
const GREEK_PX = 3;
const GREEK_ALPHA = 0.3;
const BAR = 0.45 * EM;
const TOLERANCE = 1.002;
const STEPS = 7;
const MOST_SHRUNK = 1 / 16;

/** @type {Record<string, string>} */
const FAMILIES = {
  "": PLAIN,
  serif: 'Georgia, Cambria, "Noto Serif", "Liberation Serif", "DejaVu Serif", "Times New Roman", serif',
  mono: '"Cascadia Mono", Consolas, Menlo, "Noto Sans Mono", "Liberation Mono", "DejaVu Sans Mono", monospace',
  hand: HAND,
};
const ITEM = /^( *)(?:([-*\u2022])|(\d{1,3}[.)]))[ \t]+(?=\S|$)/;
/** Letters of scripts without spaces, between which lines may break. */
const ALONE = "\\u{2e80}-\\u{9fff}\\u{ac00}-\\u{d7a3}\\u{f900}-\\u{faff}\\u{20000}-\\u{3ffff}";
/** Spaces, such letters, words. */
const PARTS = new RegExp(`[ \\t]+|[${ALONE}]|[^ \\t${ALONE}]+`, "gu");
const BACKWARDS = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** @param {Partial<Font> | null} font @param {Partial<Font>} [unless] @returns {Font} */
export const fontOf = (font, unless = {}) => ({
  size: 24,
  family: "",
  align: "left",
  bold: false,
  italic: false,
  ...(font ?? unless),
});

/**
 * Paint a text into a box, in board units, and nowhere else; `middle` between top and bottom, or else from the top.
 * Without
 * `wraps` lines end only where the text says so.
 * @param {CanvasRenderingContext2D} context @param {string} text @param {Font} font @param {string} color
 * @param {Rect} box
 * @param {{middle: boolean, wraps: boolean, zoom: number}} how
 */
export function paintText(context, text, font, color, box, { middle, wraps, zoom }) {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (!text || width <= 0 || height <= 0) return;
  const { laid, scale } = fitted(text, font, width, height, wraps);
  const share = font.align === "center" ? 0.5 : font.align === "right" ? 1 : 0;
  const spareX = Math.max(width - laid.width * scale, 0) * share;
  const spareY = middle ? Math.max(height - laid.height * scale, 0) / 2 : 0;
  context.save();
  context.beginPath();
  context.rect(box.left, box.top, width, height);
  context.clip();
  context.translate(box.left + spareX, box.top + spareY);
  context.scale(scale, scale);
  context.fillStyle = color;
  context.font = cssFont(font);
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  if (scale * EM * zoom < GREEK_PX) {
    context.globalAlpha *= GREEK_ALPHA;
    for (const line of laid.lines) if (line.text) context.fillRect(line.x, line.y - BAR, line.width, BAR);
  } else
    for (const line of laid.lines) {
      context.direction = line.rtl ? "rtl" : "ltr";
      context.fillText(line.text, line.x, line.y);
    }
  context.restore();
}

/**
 * Width and height of a text in board units, broken at `width`.
 * @param {string} text @param {Font} font @param {number} width
 */
export function measured(text, font, width) {
  const scale = font.size / EM;
  const laid = laidOut(text, font, width / scale);
  const widest = laid.lines.reduce((most, line) => Math.max(most, line.width), 0) + 2 * PAD;
  return { width: Math.min(laid.width, widest) * scale, height: laid.height * scale };
}

/** The height of a line in board units. @param {Font} font */
export const lineHeight = (font) => font.size * LINE_EM;

// ---------------------------------------------------------------- fitting

/**
 * The text laid out, and board units for each unit of it.
 * @param {string} text @param {Font} font @param {number} width @param {number} height @param {boolean} wraps
 */
function fitted(text, font, width, height, wraps) {
  const full = font.size / EM;
  if (!wraps) {
    const laid = laidOut(text, font, null);
    const share = Math.min((width * TOLERANCE) / (laid.width * full), (height * TOLERANCE) / (laid.height * full), 1);
    return { laid, scale: full * share };
  }
  const at = (/** @type {number} */ share) => laidOut(text, font, width / (full * share));
  const fits = (/** @type {number} */ share) => at(share).height * full * share <= height * TOLERANCE;
  if (fits(1)) return { laid: at(1), scale: full };
  let [low, high] = [MOST_SHRUNK, 1];
  for (let i = 0; i < STEPS; i++) {
    const share = (low + high) / 2;
    if (fits(share)) low = share;
    else high = share;
  }
  const laid = at(low);
  return { laid, scale: Math.min(full * low, height / laid.height) };
}

// ---------------------------------------------------------------- laying out

const MOST_KEPT = 500;
/** Texts laid out lately. @type {Map<string, Laid>} */
const kept = new Map();
/** @type {CanvasRenderingContext2D | null} */
let ruler = null;

/**
 * The whole text at EM; lines are broken at `width` (null: only where the text says so).
 * @param {string} text @param {Font} font @param {number | null} width @returns {Laid}
 */
function laidOut(text, font, width) {
  const key = `${cssFont(font)}|${font.align}|${width === null ? "" : width.toFixed(1)}|${text}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  ruler ??= /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  ruler.font = cssFont(font);
  const laid = place(paragraphs(text, width, ruler), font.align, width, ruler);
  kept.set(key, laid);
  return laid;
}

/**
 * @param {string} text @param {number | null} width @param {CanvasRenderingContext2D} context @returns {Paragraph[]}
 */
function paragraphs(text, width, context) {
  const lines = text.split(/[\n\u0085\u2028\u2029]/).slice(0, MOST_LINES);
  const items = lines.map((line) => ITEM.exec(line));
  let digits = 0;
  return lines.map((line, i) => {
    const item = items[i];
    let [mark, beside] = ["", 0];
    if (!item) digits = 0;
    else if (item[3] === undefined) mark = "\u2022";
    else {
      if (!digits) for (let j = i; items[j]; j++) digits = Math.max(digits, (items[j]?.[3]?.length ?? 1) - 1);
      [mark, beside] = [item[3], digits * DIGIT_EM];
    }
    const indent = item ? (INDENT_EM * (1 + Math.floor(item[1].length / 2)) + beside) * EM : 0;
    const body = (item ? line.slice(item[0].length) : line)
      .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, "\ufffd")
      .replace(/\t/g, "    ");
    const room = width === null ? Infinity : Math.max(width - 2 * PAD - indent, EM);
    return { body, mark, indent, rtl: BACKWARDS.test(body), lines: broken(body, room, context) };
  });
}

/** @param {string} body @param {number} room @param {CanvasRenderingContext2D} context */
function broken(body, room, context) {
  const measure = (/** @type {string} */ text) => context.measureText(text).width;
  if (room === Infinity || measure(body) <= room) return [{ text: body, width: measure(body.trimEnd()) }];
  /** @type {{text: string, width: number}[]} */
  const lines = [];
  let line = "";
  const end = () => {
    const text = line.trimEnd();
    lines.push({ text, width: measure(text) });
    line = "";
  };
  for (const part of body.match(PARTS) ?? []) {
    if (lines.length >= MOST_LINES) break;
    if (measure((line + part).trimEnd()) <= room) {
      line += part;
      continue;
    }
    if (line.trim()) end();
    if (!part.trim()) continue; // spaces at the end of a line
    for (const letter of measure(part) <= room ? [part] : part) {
      if (line && measure(line + letter) > room) end();
      line += letter;
    }
  }
  if (line || !lines.length) end();
  return lines;
}

/**
 * @param {Paragraph[]} all @param {string} align @param {number | null} width @param {CanvasRenderingContext2D} context
 * @returns {Laid}
 */
function place(all, align, width, context) {
  const widest = Math.max(...all.flatMap(({ indent, lines }) => lines.map((line) => indent + line.width)));
  const whole = width ?? widest + 2 * PAD;
  const metrics = context.measureText("x");
  const ascent = metrics.fontBoundingBoxAscent ?? USUAL_ASCENT; // Firefox has them since 116
  const descent = metrics.fontBoundingBoxDescent ?? USUAL_DESCENT;
  const height = Math.max(ascent + descent, LINE_EM * EM);
  const baseline = (height - ascent - descent) / 2 + ascent;
  /** @type {Line[]} */
  const lines = [];
  let y = 0;
  for (const { mark, indent, rtl, lines: broken } of all)
    broken.forEach(({ text, width: wide }, i) => {
      const spare = whole - 2 * PAD - indent - wide;
      const share = rtl ? (align === "center" ? 0.5 : 1) : align === "center" ? 0.5 : align === "right" ? 1 : 0;
      const x = PAD + (rtl ? 0 : indent) + spare * share;
      lines.push({ text, x, y: y + baseline, width: wide, rtl });
      if (mark && i === 0) {
        const markWidth = context.measureText(mark).width;
        lines.push({
          text: mark,
          x: rtl ? x + wide + MARK_GAP : x - MARK_GAP - markWidth,
          y: y + baseline,
          width: markWidth,
          rtl: false,
        });
      }
      y += height;
    });
  return { width: whole, height: y, lines };
}

/** @param {Font} font */
const cssFont = ({ family, bold, italic }) =>
  `${italic ? "italic " : ""}${bold ? "bold " : ""}${EM}px ${FAMILIES[family] ?? FAMILIES[""]}`;
