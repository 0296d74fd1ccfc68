// What a page is printed with: white, and the rulings of its paper, on whole pixels so that they are crisp.
//
// As whiteboard/model/paper.py and whiteboard/render/paper.py have it; what lies side by side fits together.

/** @import { Rect } from "./viewport.js" */

/**
 * Lines at offset + n * spacing, or dots at such places both ways; `gap` decides when they are too fine to be seen.
 * @typedef {{way: "across" | "down" | "dots", spacing: number, color: string, width: number, offset: number, gap:
 *   number}} Ruling
 */

const PAPER = "#ffffff";
/** Board units. */
const MILLIMETRE = 4;
/** Rulings closer together than this are not seen, and seen fully. */
const GONE_GAP_PX = 3;
const FULL_GAP_PX = 8;

/** @param {Ruling["way"]} way @param {number} mm @param {string} color @param {number} [width] @returns {Ruling} */
const ruling = (way, mm, color, width = 0.5) => ({
  way,
  spacing: mm * MILLIMETRE,
  color,
  width,
  offset: 0,
  gap: mm * MILLIMETRE,
});

/** @param {number} mm @param {string} color @param {number} [width] */
const grid = (mm, color, width) => [ruling("across", mm, color, width), ruling("down", mm, color, width)];

/**
 * @param {number} mm @param {string} color @param {number[]} offsets @param {number} gap @param {number} [width]
 * @returns {Ruling[]}
 */
const across = (mm, color, offsets, gap, width) =>
  offsets.map((offset) => ({
    ...ruling("across", mm, color, width),
    offset: offset * MILLIMETRE,
    gap: gap * MILLIMETRE,
  }));

/** The rulings of each paper, to be painted in this order. @type {Map<string, Ruling[]>} */
export const RULINGS = new Map([
  ["", []],
  ["squared", grid(5, "#c5d5e6")],
  ["ruled", [ruling("across", 8, "#bccfe3")]],
  ["dotted", [ruling("dots", 5, "#9aa8b6", 1.6)]],
  ["graph", [...grid(1, "#f5e2d4", 0.25), ...grid(5, "#eecbb0"), ...grid(10, "#dfa883")]],
  ["music", across(24, "#a3abb3", [0, 2, 4, 6, 8], 4)],
  ["seyes", [...across(8, "#cfd9f2", [2, 4, 6], 2, 0.4), ...grid(8, "#a5b3dc")]],
]);

/**
 * Paint a part of the board's paper, in a context whose origin is (x, y) device pixels from the board's.
 * @param {CanvasRenderingContext2D} context @param {string} paper @param {Rect} box board units @param {number} zoom
 * @param {number} x @param {number} y
 */
export function paintPaper(context, paper, box, zoom, x, y) {
  const left = Math.floor(box.left * zoom - x + 1e-6);
  const top = Math.floor(box.top * zoom - y + 1e-6);
  const width = Math.ceil(box.right * zoom - x - 1e-6) - left;
  const height = Math.ceil(box.bottom * zoom - y - 1e-6) - top;
  context.fillStyle = PAPER;
  context.fillRect(left, top, width, height);
  for (const each of RULINGS.get(paper) ?? []) {
    const strength = Math.min(Math.max((each.gap * zoom - GONE_GAP_PX) / (FULL_GAP_PX - GONE_GAP_PX), 0), 1);
    if (!strength) continue;
    context.fillStyle = onWhite(each.color, strength);
    const thick = Math.max(1, Math.round(each.width * zoom));
    const rows = each.way === "down" ? [] : lines(each, zoom, thick, top + y, height);
    const columns = each.way === "across" ? [] : lines(each, zoom, thick, left + x, width);
    if (each.way === "across") for (const at of rows) context.fillRect(left, at - y, width, thick);
    else if (each.way === "down") for (const at of columns) context.fillRect(at - x, top, thick, height);
    else
      paintDots(
        context,
        rows.map((at) => at - y),
        columns.map((at) => at - x),
        thick,
      );
  }
}

/**
 * The first pixel of each line that touches the pixels from `begin` on.
 * @param {Ruling} each @param {number} zoom @param {number} thick @param {number} begin @param {number} length
 */
function lines({ spacing, offset }, zoom, thick, begin, length) {
  const pitch = spacing * zoom;
  const first = Math.floor((begin - thick - offset * zoom) / pitch);
  const last = Math.ceil((begin + length + thick - offset * zoom) / pitch);
  const found = [];
  for (let number = first; number <= last; number++) {
    const at = Math.floor(offset * zoom + number * pitch - thick / 2 + 0.5);
    if (begin - thick < at && at < begin + length) found.push(at);
  }
  return found;
}

/** @param {CanvasRenderingContext2D} context @param {number[]} rows @param {number[]} columns @param {number} thick */
function paintDots(context, rows, columns, thick) {
  context.beginPath();
  for (const top of rows)
    for (const left of columns) {
      if (thick <= 2) {
        context.rect(left, top, thick, thick);
        continue;
      }
      context.moveTo(left + thick, top + thick / 2);
      context.arc(left + thick / 2, top + thick / 2, thick / 2, 0, 2 * Math.PI);
    }
  context.fill();
}

/**
 * The colour mixed with the paper's, so that lines which cross are no darker there.
 * @param {string} color @param {number} strength
 */
function onWhite(color, strength) {
  const parts = [1, 3, 5].map((i) => Math.round(255 - (255 - parseInt(color.slice(i, i + 2), 16)) * strength));
  return `rgb(${parts.join(" ")})`;
}
