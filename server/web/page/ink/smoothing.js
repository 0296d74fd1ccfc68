// Takes the jitter of hand and sensor out of a stroke: Taubin's filter with our own weights (ink/smoothing.py).

const PASSES = 8;
const SHRINK = 0.5;
const INFLATE = -0.53;
const DENSE = 8;
const DENSE_WIDTHS = 1.5;
/** A smoothed point depends on samples further away than this by so little that nobody can see it. */
export const REACH = 5;

/**
 * How much each point may be smoothed, 0..1, none at the ends.
 * @param {Float64Array} x @param {Float64Array} y @param {number} width of the stroke, board units
 */
export function weights(x, y, width) {
  const n = x.length;
  const result = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    const before = Math.hypot(x[i] - x[i - 1], y[i] - y[i - 1]);
    const after = Math.hypot(x[i + 1] - x[i], y[i + 1] - y[i]);
    const spacing = (0.5 * (before + after)) / (DENSE + DENSE_WIDTHS * width);
    result[i] = 1 / (1 + spacing * spacing);
  }
  return result;
}

/** The values smoothed; first and last stay. @param {Float64Array} values @param {Float64Array} weight */
export function smooth(values, weight) {
  const smoothed = values.slice();
  for (let pass = 0; pass < PASSES; pass++)
    for (const strength of [SHRINK, INFLATE]) {
      let before = smoothed[0];
      for (let i = 1; i < smoothed.length - 1; i++) {
        const here = smoothed[i];
        smoothed[i] = here + (before + smoothed[i + 1] - here - here) * (0.5 * strength * weight[i]);
        before = here;
      }
    }
  return smoothed;
}
