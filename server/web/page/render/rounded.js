// A box with round corners, also where a browser's own roundRect is missing (Safari before 16).

/**
 * @param {CanvasPath} path @param {number} x @param {number} y @param {number} w @param {number} h
 * @param {number} radius
 */
export function roundedBox(path, x, y, w, h, radius) {
  const r = Math.min(radius, w / 2, h / 2);
  path.moveTo(x + r, y);
  path.arcTo(x + w, y, x + w, y + h, r);
  path.arcTo(x + w, y + h, x, y + h, r);
  path.arcTo(x, y + h, x, y, r);
  path.arcTo(x, y, x + w, y, r);
  path.closePath();
}
