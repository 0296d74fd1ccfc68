// Small parts that decide alone: who I am, what an address says, how ink plays back, where the view goes.

import assert from "node:assert/strict";
import { test } from "node:test";

import { placeOf } from "../../../server/web/page/protocol/code.js";
import { Playback } from "../../../server/web/page/render/playback.js";
import { fit, Viewport } from "../../../server/web/page/render/viewport.js";
import { Peers } from "../../../server/web/page/sync/peers.js";
import { chosen, claim, newClient } from "../../../server/web/page/sync/whoami.js";
import { welcome } from "./doubles.js";

test("an address names a board and a code; what follows the code is the app's", () => {
  assert.deepEqual(placeOf({ pathname: "/b/Klasse%207b", hash: "#k7qm-2xpa" }), {
    board: "Klasse 7b",
    code: "K7QM2XPA",
  });
  assert.deepEqual(placeOf({ pathname: "/b/a%2Fb", hash: "#K7QM2XPA.ABCDEF" }), { board: "a/b", code: "K7QM2XPA" });
  assert.deepEqual(placeOf({ pathname: "/", hash: "" }), { board: "", code: "" });
  assert.deepEqual(placeOf({ pathname: "/b/%E0%A4%A", hash: "#%" }), { board: "", code: "" });
});

const keptOf = (...clients) =>
  clients.map((client) => ({ standing: { client, ordinal: 1, acked: 0 }, edits: [], used: 0 }));

test("a client id is new each time, and tabs that open at once are never the same client", async () => {
  assert.match(newClient(), /^[0-9a-f]{32}$/);
  assert.notEqual(newClient(), newClient());
  const kept = keptOf("a", "b");
  const found = await Promise.all([chosen(kept, 0.3), chosen(kept, 0.7), chosen(kept, 0.5)]);
  assert.deepEqual(new Set(found), new Set([null, ...kept])); // who gets which depends on who is held up
  assert.equal(await chosen([]), null);
});

test("a client that another tab uses is left to it", async (t) => {
  const kept = keptOf("c", "d");
  const channel = claim(() => "c");
  t.after(() => channel?.close());
  assert.equal(await chosen(kept), kept[1]);
});

test("a tab that is there is waited for, and one that is gone not twice", async (t) => {
  const notes = { setItem: (key) => (notes[key] = ""), removeItem: (key) => delete notes[key] };
  globalThis.localStorage = notes;
  const slow = new BroadcastChannel("whiteboard-clients");
  t.after(() => {
    slow.close();
    delete globalThis.localStorage;
  });
  slow.onmessage = ({ data }) => data.who && setTimeout(() => slow.postMessage({ client: "e", tab: "slow" }), 700);
  Object.assign(notes, { "whiteboard.tab.slow": "", "whiteboard.tab.crashed": "" });
  const kept = keptOf("e", "f");
  assert.equal(await chosen(kept), kept[1]);
  assert.deepEqual(Object.keys(notes), ["setItem", "removeItem", "whiteboard.tab.slow"]);
});

test("points that come together are shown one after the other, none later than 50 ms", () => {
  const playback = new Playback();
  const points = [1, 2, 3, 4].map((x) => [x, 0, 0]);
  playback.receive("s", 0, points, 10);
  assert.deepEqual(playback.release(10), []);
  const [first] = playback.release(10.008);
  assert.deepEqual(first, { id: "s", start: 0, points: points.slice(0, 2) });
  playback.receive(
    "s",
    4,
    Array.from({ length: 100 }, (_, i) => [i, 0, 0]),
    10.01,
  );
  const rest = playback.release(10.06).flatMap(({ points: due }) => due);
  assert.equal(rest.length, 102);
  assert.ok(playback.idle);
});

test("who comes back as somebody else has not left", () => {
  const peers = new Peers();
  const as = (no, author) => ({ no, author, name: author, color: "#1971c2" });
  peers.welcomed(welcome("me", { members: [as(1, "me"), as(2, "ann"), as(3, "bob")] }), 0);
  const news = peers.welcomed(welcome("other", { member: 4, members: [as(4, "other"), as(2, "ann")] }), 1);
  assert.deepEqual(
    news.left.map(({ author }) => author),
    ["bob"],
  );
  assert.deepEqual(news.joined, []);
});

test("others' strokes and pointers are followed, and forgotten without news", () => {
  const peers = new Peers();
  const members = [1, 2].map((no) => ({ no, author: `${no}`, name: `${no}`, color: "#1971c2" }));
  peers.welcomed(welcome("1", { members }), 0);
  const begun = { trail: 9, member: 2, id: "s", x: 1, y: 2, style: { color: "#e03131" }, points: [0, 0, 128] };
  const news = peers.receive(
    {
      seq: 0,
      hash: "",
      begun: [begun],
      presence: [
        [2, 3, 4, "pen", "pg"],
        [1, 0, 0, ""],
      ],
    },
    1,
  );
  assert.deepEqual(news.trails[0].points, [[0, 0, 128]]);
  assert.deepEqual([...peers.pointers.keys()], [2]);
  assert.equal(peers.pointers.get(2).page, "pg");
  assert.deepEqual(peers.drawing, new Set([2]));
  const more = (trails) =>
    peers.receive({ seq: 0, hash: "", trails }, 2).trails.map(({ start, points }) => [start, points]);
  assert.deepEqual(more([[9, 5, [1, 1, 1]]]), [], "a gap is ignored");
  assert.deepEqual(more([[9, 0, [0, 0, 128, 16, 0, 0]]]), [[1, [[16, 0, 128]]]], "what is known is skipped");
  assert.deepEqual(peers.expire(11).trails, []);
  assert.equal(peers.expire(12.1).trails[0].ended, true);
  assert.equal(peers.pointers.size, 0);
});

test("zooming keeps what is under the pointer, and everything fits between the controls", () => {
  const at = { x: 300, y: 200 };
  const view = new Viewport(10, 20, 1);
  const closer = view.zoomedAt(at, 2);
  assert.deepEqual(closer.toBoard(at), view.toBoard(at));
  assert.equal(view.zoomedAt(at, 1e9).zoom, 32);
  assert.equal(new Viewport(-1e12, 2e9, 1).left, -9e8, "nobody looks where nothing can be");
  const box = { left: 0, top: 0, right: 1000, bottom: 1000 };
  const whole = fit(box, { width: 360, height: 640 }, 48, 72, 2);
  const [corner, end] = [whole.toScreen({ x: 0, y: 0 }), whole.toScreen({ x: 1000, y: 1000 })];
  assert.ok(corner.x >= 0 && end.x <= 360 && corner.y >= 48 && end.y <= 640 - 72);
  assert.equal(fit({ left: 0, top: 0, right: 1, bottom: 1 }, { width: 360, height: 640 }, 0, 0, 1).zoom, 1);
});
