// A board from JavaScript: an unmodified socket.io-client and whiteboard/protocol/PROTOCOL.md, nothing else of ours.
//
//     npm ci && node join.mjs LINK [websocket | polling | any]
//
// It says what it hears as JSON, one object a line, and draws a stroke for every line {"draw": [[x, y, pressure], ...]}
// that it reads: x and y in 1/16 board unit from the origin of the board, pressure 0 to 255. With "lift": false the pen
// stays down until a line {"lift": true}.

import { randomBytes } from "node:crypto";
import { createInterface } from "node:readline";
import { io } from "socket.io-client";

const [link, transport = "websocket"] = process.argv.slice(2);
const address = new URL(link);
const board = decodeURIComponent(address.pathname.replace("/b/", ""));
const client = randomBytes(16).toString("hex"); // section 4: 128 bits, kept secret

const elements = new Map();
const unacknowledged = new Map();
let ordinal = 0;
let cseq = 0;
let author = "";
let place = null; // { log_id, seq, hash }: what is here of the log
let held = null; // ticks that arrive while the snapshot is fetched
let top = 0; // the first six digits of the highest order

const say = (event, facts = {}) => console.log(JSON.stringify({ event, ...facts }));

// ---------------------------------------------------------------- section 7: ink

function packed(points) {
  const bytes = [];
  let last = [0, 0, 0];
  for (const point of points) {
    point.forEach((number, i) => {
      const delta = number - last[i];
      let rest = delta >= 0 ? 2 * delta : -2 * delta - 1;
      for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
      bytes.push(rest);
    });
    last = point;
  }
  return Buffer.from(bytes).toString("base64");
}

function unpacked(text) {
  const numbers = [];
  let value = 0;
  let shift = 0;
  for (const byte of Buffer.from(text, "base64")) {
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte & 128) continue;
    numbers.push(value & 1 ? -((value + 1) >> 1) : value >> 1);
    value = shift = 0;
  }
  return absolute(numbers);
}

function absolute(numbers) {
  const points = [];
  let at = [0, 0, 0];
  for (let i = 0; i + 2 < numbers.length; i += 3) {
    at = at.map((number, j) => number + numbers[i + j]);
    points.push(at);
  }
  return points;
}

const relative = (points) =>
  points.flatMap((point, i) => point.map((number, j) => number - (i ? points[i - 1][j] : 0)));

// ---------------------------------------------------------------- section 6: order and edits

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

const valueOf = (order) =>
  [...order.slice(0, 6).padEnd(6, "0")].reduce((sum, digit) => 62 * sum + DIGITS.indexOf(digit), 0);

function nextOrder() {
  let rest = ++top;
  let head = "";
  for (let i = 0; i < 6; i++, rest = Math.floor(rest / 62)) head = DIGITS[rest % 62] + head;
  return head + DIGITS[1 + Math.floor(Math.random() * 61)] + DIGITS[1 + Math.floor(Math.random() * 61)];
}

function apply(ops) {
  for (const op of ops) {
    if (op.op === "put") {
      elements.set(op.element.id, op.element);
      top = Math.max(top, valueOf(op.element.order));
    } else if (op.op === "remove") elements.delete(op.id);
    else if (elements.has(op.id)) {
      const { op: _, id, ...groups } = op;
      elements.set(id, { ...elements.get(id), ...groups });
    }
  }
}

// ---------------------------------------------------------------- sections 3 to 5: the connection

const socket = io(address.origin, {
  transports: transport === "any" ? ["websocket", "polling"] : [transport],
  tryAllTransports: true,
  reconnectionDelay: 200,
  reconnectionDelayMax: 1000,
});

function hello() {
  socket.emit("hello", {
    protocol: 1,
    board,
    client,
    ordinal: ++ordinal,
    code: address.hash.slice(1).split(".")[0],
    name: "Jo in JavaScript",
    color: "#2f9e44",
    ...(place && { resume: place }),
  });
}

socket.on("connect", () => {
  say("connected", { transport: socket.io.engine.transport.name });
  hello();
});
socket.on("disconnect", (reason) => {
  say("disconnected", { reason });
  if (reason === "io server disconnect") process.exitCode = 1;
});
socket.on("refused", (refused) => say("refused", { code: refused.code }));

socket.on("welcome", async (welcome) => {
  author = welcome.author;
  if (!welcome.resumed) {
    held = [];
    const headers = { Authorization: `Bearer ${welcome.token}` };
    const answer = await fetch(address.origin + welcome.snapshot, { headers }); // unpacks gzip by itself
    const snapshot = await answer.json();
    elements.clear();
    apply(snapshot.elements.map(([element]) => ({ op: "put", element })));
    place = { log_id: snapshot.log_id, seq: snapshot.seq, hash: snapshot.hash };
    for (const old of unacknowledged.keys()) if (old <= welcome.cseq) unacknowledged.delete(old);
  }
  say("welcome", {
    resumed: welcome.resumed === true,
    elements: elements.size,
    members: welcome.members.map((member) => member.name),
  });
  for (const [number, edit] of unacknowledged) if (number > welcome.known) socket.emit("edit", edit);
  const ticks = held ?? [];
  held = null;
  ticks.forEach(onTick);
});

socket.on("tick", (tick) => (held ? held.push(tick) : onTick(tick)));

function onTick(tick) {
  const edits = (tick.edits ?? []).filter((edit) => edit.seq > place.seq);
  if (place.seq + edits.length !== tick.seq || (!edits.length && tick.hash !== place.hash)) {
    if (!(tick.edits && tick.seq <= place.seq)) hello(); // this client has lost its place
    return;
  }
  for (const trail of tick.begun ?? []) say("drawing", { id: trail.id, points: absolute(trail.points ?? []) });
  for (const [trail, start, points] of tick.trails ?? []) say("points", { trail, start, count: points.length / 3 });
  for (const edit of edits) {
    apply(edit.ops ?? []);
    if (edit.author === author && edit.cseq > 0) {
      unacknowledged.delete(edit.cseq);
      say("acknowledged", { cseq: edit.cseq, refused: edit.void ?? null });
    } else {
      for (const op of edit.ops ?? []) {
        if (op.op !== "put") say(op.op, { id: op.id });
        else say("put", { id: op.element.id, kind: op.element.kind, points: unpacked(op.element.points ?? "") });
      }
    }
  }
  for (const member of tick.joined ?? []) say("joined", { name: member.name });
  place = { ...place, seq: tick.seq, hash: tick.hash };
}

// ---------------------------------------------------------------- drawing

const held_up = []; // what a line {"lift": true} sends

function draw(points, lift) {
  const id = `js-${randomBytes(6).toString("hex")}`;
  const style = { color: "#2f9e44", width: 8 };
  socket.emit("trail", { id, points: relative(points), x: 0, y: 0, style });
  const left = Math.min(...points.map(([x]) => x));
  const upper = Math.min(...points.map(([, y]) => y));
  const moved = points.map(([x, y, pressure]) => [x - left, y - upper, pressure]);
  const geometry = {
    x: left / 16,
    y: upper / 16,
    w: Math.max(...moved.map(([x]) => x)) / 16,
    h: Math.max(...moved.map(([, y]) => y)) / 16,
  };
  const element = { id, kind: "stroke", geometry, order: nextOrder(), style, points: packed(moved) };
  const finish = () => {
    const edit = { cseq: ++cseq, ops: [{ op: "put", element }] };
    unacknowledged.set(edit.cseq, edit);
    if (socket.connected) socket.emit("edit", edit);
  };
  if (lift) setTimeout(finish, 300); // the others see the trail meanwhile
  else held_up.push(finish);
  say("drew", { id });
}

const commands = createInterface({ input: process.stdin });
commands.on("line", (line) => {
  const { draw: points, lift = true } = JSON.parse(line);
  if (points) draw(points, lift);
  else for (const finish of held_up.splice(0)) finish();
});
commands.on("close", () => socket.disconnect());
