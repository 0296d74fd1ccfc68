// What a tool is: one gesture of one pointer. It reads its surroundings and says what it wants done.

/** @import { Board } from "../model/document.js" */
/** @import { Op, Style } from "../model/element.js" */
/** @import { InkPoint } from "../model/points.js" */

/**
 * Where and how a pointer is: board units, `zoom` in screen pixels a board unit, pressure 0..1 or null, seconds.
 * @typedef {{x: number, y: number, pressure: number | null, seconds: number, zoom: number, touch: boolean}} Sample
 */
/**
 * Points of a stroke in progress, from index `start` on.
 * @typedef {{id: string, x: number, y: number, style: Style, start: number, points: InkPoint[]}} Ink
 */
/**
 * The answer to one event; what is left out stays as it is. `ops` are one edit, `over` is the trail that ends now,
 * `marked` would be erased, `pan` moves the view by so many screen pixels.
 * @typedef {{ops?: Op[], ink?: Ink, over?: string, marked?: Set<string>, pan?: [number, number]}} Step
 */
/**
 * @typedef {{board: Board, page: string, newId: () => string, nextOrder: () => string, styleOf: (ink: string) => Style,
 *   touching: (a: {x: number, y: number}, b: {x: number, y: number}, radius: number) => string[]}} Surroundings
 */
/**
 * One gesture, from `down` to `up`, or to `cancel`, which must leave no trace.
 * @typedef {{down: (sample: Sample) => Step, move: (sample: Sample) => Step, up: (sample: Sample) => Step, cancel: ()
 *   => Step}} Gesture
 */

export {};
