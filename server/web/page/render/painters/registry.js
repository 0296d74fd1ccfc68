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
/** @import { Painter } from "./painter.js" */

/** @type {Record<string, Painter>} */
const PAINTERS = { connector, image, instrument, note, page, shape, stroke, text };

/** @param {Element} element @returns {Painter} */
export const painterOf = ({ kind }) => (Object.hasOwn(PAINTERS, kind) ? PAINTERS[kind] : placeholder);
