// How each kind of element looks: one file a kind, one line here. A kind that is not listed is shown as a placeholder.

import { placeholder } from "./placeholder.js";
import { stroke } from "./stroke.js";

/** @import { Element } from "../../model/element.js" */
/** @import { Painter } from "./painter.js" */

/** @type {Record<string, Painter>} */
const PAINTERS = { stroke };

/** @param {Element} element @returns {Painter} */
export const painterOf = ({ kind }) => (Object.hasOwn(PAINTERS, kind) ? PAINTERS[kind] : placeholder);
