// How each kind of element looks: one file a kind, one line here. A kind that is not listed is shown as a placeholder.

import { connector } from "./connector.js";
import { image } from "./image.js";
import { instrument } from "./instrument.js";
import { note } from "./note.js";
import { page } from "./page.js";
import { placeholder } from "./placeholder.js";
import { shape } from "./shape.js";
import { stroke } from "./stroke.js";
import { text } from "./text.js";

/** @import { Element } from "../../model/element.js" */
/** @import { Item } from "../scene.js" */
/** @import { Painter, Shelf } from "./painter.js" */

/** What is about to be erased shows so much. */
const FADED = 0.25;

/** @type {Record<string, Painter>} */
const PAINTERS = { connector, image, instrument, note, page, shape, stroke, text };

/** @param {Element} element @returns {Painter} */
export const painterOf = ({ kind }) => (Object.hasOwn(PAINTERS, kind) ? PAINTERS[kind] : placeholder);

/**
 * @param {CanvasRenderingContext2D} context @param {Item} item @param {number} zoom @param {number} x @param {number} y
 * @param {Shelf} shelf
 */
export function paintItem(context, item, zoom, x, y, shelf) {
  const { geometry } = item.element;
  context.save();
  context.setTransform(zoom, 0, 0, zoom, geometry.x * zoom - x, geometry.y * zoom - y);
  context.globalAlpha = item.faded ? FADED : 1;
  context.globalCompositeOperation = "source-over";
  painterOf(item.element).paint(context, item, zoom, shelf);
  context.restore();
}
