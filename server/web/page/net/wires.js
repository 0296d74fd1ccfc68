// The two transports of Engine.IO 4: a WebSocket, and long-polling where networks break those. Text packets only.

/**
 * What comes out of a wire; nothing more after `onClose`.
 * @typedef {{onPacket: (packet: string) => void, onClose: () => void}} Receiver
 */
/**
 * `waiting`: so many characters are not on their way yet.
 * @typedef {{send: (packet: string) => void, close: () => void, readonly waiting: number}} Wire
 */
/** @typedef {(origin: string, receiver: Receiver) => Wire} MakeWire */

const PATH = "/socket.io/?EIO=4&transport=";
const SEPARATOR = "\x1e";
const MAX_PACKETS = 1000;
const MAX_BODY = 1 << 20;

/** @type {MakeWire} */
export function websocketWire(origin, receiver) {
  const socket = opened(origin.replace(/^http/, "ws") + PATH + "websocket");
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    receiver.onClose();
  };
  if (socket === null) {
    queueMicrotask(end);
    return { send() {}, close: () => void (over = true), waiting: 0 };
  }
  socket.onmessage = ({ data }) => {
    if (!over && typeof data === "string") receiver.onPacket(data);
  };
  socket.onclose = socket.onerror = end;
  return {
    send(packet) {
      if (socket.readyState === WebSocket.OPEN) socket.send(packet);
    },
    close() {
      over = true;
      socket.close();
    },
    get waiting() {
      return socket.bufferedAmount;
    },
  };
}

/** Null where a browser, or what guards it, knows no WebSockets. @param {string} url */
function opened(url) {
  try {
    return new WebSocket(url);
  } catch {
    return null;
  }
}

/**
 * Opens the first wire now, before anybody is there to use it: what comes on it is kept until then. If it breaks
 * meanwhile, as a server does not wait for ever, nobody has heard of it.
 * @param {MakeWire} makeWire @param {string} origin @returns {MakeWire}
 */
export function ahead(makeWire, origin) {
  /** @type {string[]} */
  const kept = [];
  /** @type {Receiver | null} */
  let user = null;
  /** @type {Wire | null} */
  let opened = makeWire(origin, {
    onPacket: (packet) => void (user ? user.onPacket(packet) : kept.push(packet)),
    onClose: () => (user ? user.onClose() : (opened = null)),
  });
  return (where, receiver) => {
    const wire = opened;
    if (wire === null) return makeWire(where, receiver);
    opened = null;
    user = receiver;
    queueMicrotask(() => kept.forEach((packet) => receiver.onPacket(packet))); // once it has the wire in hand
    return wire;
  };
}

/** @type {MakeWire} */
export function pollingWire(origin, receiver) {
  const url = origin + PATH + "polling";
  const stop = new AbortController();
  let session = "";
  /** @type {string[]} */
  let queue = [];
  let posting = 0;
  let over = false;

  const end = () => {
    if (over) return;
    over = true;
    stop.abort();
    receiver.onClose();
  };

  async function poll() {
    while (!over) {
      const answer = await fetch(url + session, { signal: stop.signal, cache: "no-store" });
      if (!answer.ok) return end();
      for (const packet of (await answer.text()).split(SEPARATOR)) {
        if (over) return;
        if (packet[0] === "0" && !session) session = `&sid=${encodeURIComponent(JSON.parse(packet.slice(1)).sid)}`;
        receiver.onPacket(packet);
      }
    }
  }

  async function post() {
    while (queue.length && !over) {
      let body = queue[0];
      let count = 1;
      while (count < queue.length && count < MAX_PACKETS && body.length + queue[count].length < MAX_BODY)
        body += SEPARATOR + queue[count++];
      queue = queue.slice(count);
      posting = body.length;
      const answer = await fetch(url + session, { method: "POST", body, signal: stop.signal });
      if (!answer.ok) return end();
      posting = 0;
    }
  }

  poll().catch(end);
  return {
    send(packet) {
      queue.push(packet);
      if (queue.length === 1 && !posting) Promise.resolve().then(post).catch(end);
    },
    close() {
      over = true;
      if (session) fetch(url + session, { method: "POST", body: "1", keepalive: true }).catch(() => {});
      stop.abort();
    },
    get waiting() {
      return queue.reduce((sum, packet) => sum + packet.length, posting);
    },
  };
}
