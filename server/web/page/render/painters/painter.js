// What a painter of one kind of element is.

/** @import { Element } from "../../model/element.js" */
/** @import { Item } from "../scene.js" */
/** @import { Point, Rect } from "../viewport.js" */

/**
 * The picture of an asset; null until it has arrived.
 * @typedef {{picture: (asset: string) => CanvasImageSource | null}} Shelf
 */
/**
 * `box` is what the picture stays within. `paint` finds the context with its origin at the element's x and y, in board
 * units, `zoom` device pixels each; it may keep what it makes in `item.picture`, and finds pictures on the shelf.
 * `touches`:
 * whether the segment from a to b comes within `radius` of what is painted.
 * @typedef {{box: (element: Element) => Rect, paint: (context: CanvasRenderingContext2D, item: Item, zoom: number,
 *   shelf: Shelf) => void,
 *   touches: (element: Element, a: Point, b: Point, radius: number) => boolean}} Painter
 */

export {};
