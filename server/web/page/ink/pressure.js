// How wide the ink is: from pressure to radius, from a mouse's speed to pressure, and the fine tips (ink/pressure.py).

const THINNEST = 0.16;
export const TIP = 0.6;
/** How far the tip reaches into the stroke, in stroke widths. */
export const TIP_LENGTH = 1.25;
/** The tip of a short stroke reaches no further than this share of its length. */
export const TIP_SHARE = 0.35;

const RESTING = 0.62;
const SLOWEST = 0.8;
const FASTEST = 0.34;
const SLOW_PX = 90;
const FAST_PX = 2600;
const SETTLING = 0.05;
const MAX_CHANGE_PER_PX = 0.012;

/** Radius in board units for a pressure of 0..1. @param {number} width @param {number} pressure */
export const radius = (width, pressure) =>
  0.5 * width * (THINNEST + (1 - THINNEST) * pressure * (1.7 - 0.7 * pressure));

/**
 * Share of the radius at this distance from the nearest end; 1 from `length` on.
 * @param {number} toEnd @param {number} length @param {number} tip
 */
export function tipFactor(toEnd, length, tip) {
  const inwards = Math.min(toEnd / Math.max(length, 1e-9), 1);
  return 1 - (1 - tip) * (1 - inwards) ** 2;
}

/** The pressure of a stroke drawn with a mouse or a finger: quick strokes are thinner, as those of a pen are. */
export class SpeedPressure {
  constructor() {
    this._pressure = RESTING;
    this._speed = 0;
    /** @type {number | null} */
    this._seconds = null;
  }

  /**
   * Pressure 0..1 of a sample this many screen pixels from the one before.
   * @param {number} movedPx @param {number} seconds
   */
  next(movedPx, seconds) {
    const elapsed = this._seconds === null ? 0 : Math.max(0, seconds - this._seconds);
    this._seconds = seconds;
    if (elapsed > 0) this._speed += (1 - Math.exp(-elapsed / SETTLING)) * (movedPx / elapsed - this._speed);
    const aim = movedPx ? pressureAtSpeed(this._speed) : this._pressure;
    const step = MAX_CHANGE_PER_PX * movedPx;
    this._pressure += Math.min(Math.max(aim - this._pressure, -step), step);
    return this._pressure;
  }
}

/** @param {number} speedPx */
function pressureAtSpeed(speedPx) {
  const share = Math.log2(Math.max(speedPx, SLOW_PX) / SLOW_PX) / Math.log2(FAST_PX / SLOW_PX);
  return SLOWEST + (FASTEST - SLOWEST) * Math.min(share, 1);
}
