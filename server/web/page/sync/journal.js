// Keeps who I am on each board, and my edits that no server has confirmed, in the browser's IndexedDB (SPEC S9).

/** @import { Edit } from "../protocol/messages.js" */
/** @import { Journal, Standing } from "./replica.js" */

const NAME = "whiteboard";
const CLIENTS = "clients";
const EDITS = "edits";

/** What was kept of one client of a board. @typedef {{standing: Standing, edits: Edit[], used: number}} Kept */

/** Some browsers never say whether they keep anything; others take seconds on a busy machine or a slow disk. */
const PATIENCE_MS = 8000;

/**
 * Where things are kept, and what was kept of a board ("": not known yet which). Some browsers keep nothing, as in
 * private windows, or cannot read it again.
 * @param {string} board @returns {Promise<{store: IDBDatabase | null, clients: Kept[]}>}
 */
export async function storeOf(board) {
  try {
    const store = await opened();
    return { store, clients: store && board ? await clientsOf(store, board) : [] };
  } catch {
    return { store: null, clients: [] };
  }
}

/** @returns {Promise<IDBDatabase | null>} */
function opened() {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS);
    try {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(CLIENTS, { keyPath: ["board", "client"] });
        request.result.createObjectStore(EDITS, { keyPath: ["board", "client", "cseq"] });
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
}

/**
 * Everybody that this browser has been on a board, the last first.
 * @param {IDBDatabase} store @param {string} board @returns {Promise<Kept[]>}
 */
async function clientsOf(store, board) {
  const transaction = store.transaction([CLIENTS, EDITS]);
  const ours = IDBKeyRange.bound([board], [board, []]);
  const clients = answer(transaction.objectStore(CLIENTS).getAll(ours));
  const edits = await answer(transaction.objectStore(EDITS).getAll(ours));
  const kept = (await clients).map(({ client, ordinal, acked, used }) => ({
    standing: { client, ordinal, acked },
    edits: edits.filter((edit) => edit.client === client).map(({ cseq, ops }) => ({ cseq, ops })),
    used,
  }));
  return kept.sort((a, b) => b.used - a.used);
}

/** @implements {Journal} */
export class StoredJournal {
  /**
   * @param {IDBDatabase} store @param {string} board @param {string} client who draws, even before a hello
   * @param {() => void} onWritten there may be more to send now
   */
  constructor(store, board, client, onWritten) {
    /** Which board it is; not known yet ("") where somebody came with a code alone. */
    this.board = board;
    this.written = 0;
    /** Whether the last that was to be kept is. */
    this.keeps = true;
    this._store = store;
    this._onWritten = onWritten;
    this._ticket = 0;
    this._client = client;
  }

  /** @param {Edit} edit */
  pended(edit) {
    return this._write((transaction) => this._keep(transaction, edit));
  }

  /** @param {Standing} standing @param {number[]} cseqs */
  settled(standing, cseqs) {
    this._write((transaction) => {
      this._stand(transaction, standing);
      for (const cseq of cseqs) transaction.objectStore(EDITS).delete([this.board, standing.client, cseq]);
    });
  }

  /** @param {Standing} standing @param {Edit[]} edits */
  renamed(standing, edits) {
    return this._write((transaction) => {
      transaction.objectStore(CLIENTS).delete([this.board, this._client]);
      transaction
        .objectStore(EDITS)
        .delete(IDBKeyRange.bound([this.board, this._client], [this.board, this._client, []]));
      this._stand(transaction, standing);
      for (const edit of edits) this._keep(transaction, edit);
    });
  }

  /** @param {Standing} standing */
  greeted(standing) {
    this._write((transaction) => this._stand(transaction, standing));
  }

  /** @param {IDBTransaction} transaction @param {Standing} standing */
  _stand(transaction, standing) {
    this._client = standing.client;
    if (this.board) transaction.objectStore(CLIENTS).put({ ...standing, board: this.board, used: Date.now() });
  }

  /** @param {IDBTransaction} transaction @param {Edit} edit */
  _keep(transaction, edit) {
    transaction.objectStore(EDITS).put({ ...edit, board: this.board, client: this._client });
  }

  /** @param {(transaction: IDBTransaction) => void} act @returns {number} its ticket */
  _write(act) {
    const ticket = ++this._ticket;
    const done = (/** @type {boolean} */ isKept) => {
      this.written = ticket; // what cannot be kept is sent all the same
      this.keeps = isKept;
      this._onWritten();
    };
    try {
      const transaction = this._store.transaction([CLIENTS, EDITS], "readwrite");
      transaction.oncomplete = () => done(true);
      transaction.onabort = () => done(false); // a full disk
      act(transaction);
      transaction.commit?.();
    } catch {
      queueMicrotask(() => done(false)); // the browser has thrown the store away
    }
    return ticket;
  }
}

/** For browsers that keep nothing. @implements {Journal} */
export class NoJournal {
  written = 0;
  board = "";
  keeps = false;

  pended() {
    return 0;
  }

  settled() {}

  renamed() {
    return 0;
  }

  greeted() {}
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
