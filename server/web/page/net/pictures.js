// The pictures of a board's images: fetched once each when they are first wanted, decoded, kept while there is room.

/** Pixels of decoded pictures that are kept: 256 MB. */
const MOST_PIXELS = 64e6;
/** A larger picture is kept smaller: no screen of a guest shows more. */
const MOST_SIDE = 2560;
const FIRST_PAUSE_MS = 1500;
const LAST_PAUSE_MS = 20000;

export class Pictures {
  /** @param {string} origin @param {(asset: string) => void} onArrived */
  constructor(origin, onArrived) {
    this._origin = origin;
    this._onArrived = onArrived;
    /**
     * Where to ask, and with what right; null before somebody has let me in.
     * @type {{board: string, token: string} | null}
     */
    this._door = null;
    /** The last used at the end. @type {Map<string, ImageBitmap>} */
    this._kept = new Map();
    /** @type {Set<string>} */
    this._wanted = new Set();
    /** @type {Map<string, number>} */
    this._pauses = new Map();
  }

  /** I am on the board now. @param {string} board @param {string} token */
  enter(board, token) {
    this._door = { board, token };
    this._pauses.clear();
    for (const asset of this._wanted) this._fetch(asset);
  }

  /** The picture of an asset; null until it has arrived. @param {string} asset */
  picture(asset) {
    const kept = this._kept.get(asset);
    if (kept) {
      this._kept.delete(asset);
      this._kept.set(asset, kept);
      return kept;
    }
    if (asset && !this._wanted.has(asset)) {
      this._wanted.add(asset);
      this._fetch(asset);
    }
    return null;
  }

  /** @param {string} asset */
  async _fetch(asset) {
    const door = this._door;
    if (door === null) return;
    try {
      const url = `${this._origin}/b/${encodeURIComponent(door.board)}/pictures/${asset}`;
      const answer = await fetch(url, { headers: { Authorization: `Bearer ${door.token}` } });
      if (answer.ok) {
        this._keep(asset, await decoded(await answer.blob()));
        return;
      }
    } catch {
      // the network's fault, or bytes that are no picture: asked again later, less and less often
    }
    if (door !== this._door) return;
    const pause = this._pauses.get(asset) ?? FIRST_PAUSE_MS;
    this._pauses.set(asset, Math.min(2 * pause, LAST_PAUSE_MS));
    setTimeout(() => door === this._door && this._fetch(asset), pause);
  }

  /** @param {string} asset @param {ImageBitmap} picture */
  _keep(asset, picture) {
    this._wanted.delete(asset);
    this._kept.get(asset)?.close();
    this._kept.set(asset, picture);
    let pixels = 0;
    for (const [old, { width, height }] of [...this._kept].reverse()) {
      pixels += width * height;
      if (pixels <= MOST_PIXELS || old === asset) continue;
      this._kept.get(old)?.close();
      this._kept.delete(old);
    }
    this._onArrived(asset);
  }
}

/** @param {Blob} blob */
async function decoded(blob) {
  const whole = await createImageBitmap(blob);
  const share = MOST_SIDE / Math.max(whole.width, whole.height);
  if (share >= 1) return whole;
  const resizeWidth = Math.max(1, Math.round(whole.width * share));
  const resizeHeight = Math.max(1, Math.round(whole.height * share));
  const smaller = await createImageBitmap(whole, { resizeWidth, resizeHeight, resizeQuality: "high" });
  whole.close();
  return smaller;
}
