// The messages of PROTOCOL.md that this page speaks, as types. What is left out on the wire is left out here.

/** @import { Element, Op, Style } from "../model/element.js" */

/** @typedef {{no: number, author: string, name: string, color: string, role?: "host" | "editor" | "viewer"}} Member */
/**
 * @typedef {{trail: number, member: number, id: string, x: number, y: number, style?: Partial<Style>,
 *   points?: number[], page?: string}} TrailBegun
 */
/** @typedef {{seq: number, author: string, cseq: number, at: number, ops?: Op[], void?: string, why?: string}} Entry */
/**
 * @typedef {{seq: number, hash: string, edits?: Entry[], begun?: TrailBegun[], trails?: [number, number, number[]][],
 *   ended?: number[], presence?: [number, number | null, number | null, string, string?][], joined?: Member[],
 *   changed?: Member[], left?: number[], read_only?: string | null, title?: string | null}} Tick
 */
/**
 * @typedef {{author: string, member: number, board: string, title: string, log_id: string, start: number,
 *   cseq: number, known: number, resumed?: boolean, snapshot?: string, token: string, members: Member[],
 *   trails?: TrailBegun[], read_only?: string}} Welcome
 */
/** @typedef {{code: string, why?: string, retry_after?: number}} Refused */
/** @typedef {{log_id: string, seq: number, hash: string, elements: [Element, [string, number] | null][]}} Snapshot */
/** @typedef {{cseq: number, ops: Op[]}} Edit */
/** @typedef {{log_id: string, seq: number, hash: string}} Resume */
/** @typedef {{protocol: number, client: string, ordinal: number, resume?: Resume}} Hello */
/** @typedef {{x?: number, y?: number, tool?: string, page?: string}} Presence */
/**
 * @typedef {{id: string, start?: number, points: number[], x?: number, y?: number, style?: Style, page?: string}}
 *   TrailPoints
 */

export {};
