// The page's modules against the vectors that the Python side wrote and holds itself to: `node --test tests/web/js`.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { distanceTo, ink, lineFrom } from "../../../server/web/page/ink/shape.js";
import { StrokeBuilder } from "../../../server/web/page/ink/stroke_builder.js";
import { WetStroke } from "../../../server/web/page/ink/wet.js";
import { Board } from "../../../server/web/page/model/document.js";
import { elementFrom, inPaintOrder, opFrom, styleFrom } from "../../../server/web/page/model/element.js";
import { History } from "../../../server/web/page/model/history.js";
import { above, between, isOrder } from "../../../server/web/page/model/order.js";
import { Pages } from "../../../server/web/page/model/pages.js";
import { BadPoints, pack, unpack } from "../../../server/web/page/model/points.js";
import { merged } from "../../../server/web/page/model/text_merge.js";
import { shown, typed } from "../../../server/web/page/protocol/code.js";
import { authorOf } from "../../../server/web/page/protocol/identity.js";
import { FATAL, SENTENCES } from "../../../server/web/page/protocol/refusal.js";
import { drawnLine, middleOf, tipsOf } from "../../../server/web/page/render/connections.js";
import { labelRoom, outlineOf } from "../../../server/web/page/render/figures.js";
import { RULINGS } from "../../../server/web/page/render/paper.js";
import { flattened } from "../../../server/web/page/render/path.js";
import { Outbox } from "../../../server/web/page/sync/outbox.js";
import { Replica } from "../../../server/web/page/sync/replica.js";
import { KeptAtOnce } from "./doubles.js";

const vectors = JSON.parse(readFileSync(new URL("../vectors.json", import.meta.url), "utf-8"));

/** What the wire says, with the defaults that this side fills in. */
const elements = (list) => list.map(elementFrom);
const sorted = (board) => [...board].sort(inPaintOrder);
const pairs = (change) =>
  change.map((pair) => JSON.stringify(pair.map((element) => element && elementFrom(element)))).sort();

/** Equal but for the last bits of the arithmetic. */
function close(found, expected, what, near = 1e-6) {
  assert.equal(found.length, expected.length, `${what}: so many numbers`);
  for (let i = 0; i < found.length; i++)
    assert.ok(Math.abs(found[i] - expected[i]) < near, `${what}: number ${i} is ${found[i]}, not ${expected[i]}`);
}

test("points are packed and unpacked alike", () => {
  for (const { points, base64 } of vectors.packed) {
    assert.equal(pack(points), base64);
    assert.deepEqual(unpack(base64), points);
  }
});

test("what is no packed points is told apart", () => {
  for (const hex of vectors.not_points)
    assert.throws(() => unpack(Buffer.from(hex, "hex").toString("base64")), BadPoints);
  assert.throws(() => unpack("?"), BadPoints);
});

test("order keys are made alike", () => {
  for (const [how, low, high, jitter, key] of vectors.orders) {
    assert.equal(how === "above" ? above(low, jitter) : between(low, high, jitter), key);
    assert.ok(isOrder(key), key);
  }
  assert.throws(() => between("2", "1", 0), RangeError);
});

test("a client's public id is the same", () => {
  for (const [client, author] of vectors.authors) assert.equal(authorOf(client), author);
});

test("codes are read and shown alike", () => {
  for (const [text, code, people] of vectors.codes) {
    assert.equal(typed(text), code);
    assert.equal(shown(code), people);
  }
});

test("there are words for every refusal, and the same ones are final", () => {
  for (const [code, fatal] of vectors.refusals) {
    assert.ok(code in SENTENCES, code);
    assert.equal(FATAL.has(code), fatal, code);
  }
});

test("what two people typed becomes the same text", () => {
  for (const [base, mine, theirs, text] of vectors.texts) assert.equal(merged(base, mine, theirs), text);
});

test("an edit does the same to a board", () => {
  for (const { before, ops, after, change } of vectors.edits) {
    const board = new Board(elements(before));
    const found = board.apply(ops.map(opFrom));
    assert.deepEqual(sorted(board), elements(after));
    assert.deepEqual(pairs(found), pairs(change));
  }
});

test("an element keeps the stamp of whoever put it first, until it is removed", () => {
  const board = new Board();
  const [ann, bob] = ["a", "b"].map((author) => ({ author, at: 1 }));
  const element = elementFrom({ id: "e", kind: "stroke", geometry: { x: 0, y: 0 }, order: "1" });
  board.apply([{ op: "put", element }]);
  assert.equal(board.stamp("e"), null);
  board.apply([{ op: "put", element }], ann);
  board.apply([{ op: "put", element: { ...element, lock: true } }], bob);
  assert.equal(board.stamp("e"), ann);
  board.apply(
    [
      { op: "remove", id: "e" },
      { op: "put", element },
    ],
    bob,
  );
  assert.equal(board.stamp("e"), bob);
});

test("undo and redo propose the same among other people's edits", () => {
  for (const steps of vectors.histories) {
    const board = new Board();
    const history = new History();
    for (const [what, told, shows] of steps) {
      const ops = told.map(opFrom);
      if (what === "undo" || what === "redo") {
        const proposed = what === "undo" ? history.undo(board) : history.redo(board);
        assert.deepEqual(proposed, ops);
        const change = board.apply(proposed);
        if (proposed.length) what === "undo" ? history.undone(change) : history.redone(change);
      } else {
        const change = board.apply(ops);
        if (what === "mine") history.record(change);
      }
      assert.deepEqual(sorted(board), elements(shows));
    }
  }
});

test("a replica lives through the same life", () => {
  vectors.replicas.forEach(({ acked, pending, steps }, life) => {
    const standing = { client: "0".repeat(31) + "1", ordinal: 10, acked };
    const edits = pending.map((edit) => ({ ...edit, ops: edit.ops.map(opFrom) }));
    const replica = new Replica(standing, edits, new KeptAtOnce(), () => "0".repeat(31) + "2");
    steps.forEach((step, i) => {
      const place = `life ${life}, step ${i}: ${step.do}`;
      let refused = [];
      switch (step.do) {
        case "hello": {
          const hello = replica.hello();
          assert.deepEqual([hello.client, hello.ordinal, hello.resume ?? null], step.says, place);
          break;
        }
        case "welcome":
          replica.welcomed(step.told);
          break;
        case "load":
          refused = replica.load(step.told).refused;
          break;
        case "tick":
          refused = replica.receive(step.told).refused;
          break;
        case "submit":
          replica.submit(step.told.map(opFrom));
          break;
        case "take":
          assert.deepEqual(
            replica.takeEdits().map((edit) => edit.cseq),
            step.says,
            place,
          );
          break;
        case "disconnected":
          replica.disconnected();
      }
      assert.deepEqual(
        refused.map(([edit]) => edit.cseq),
        step.refused ?? [],
        place,
      );
      assert.deepEqual(sorted(replica.board), elements(step.shows), place);
      const state = [replica.unconfirmed, replica.online, replica.wantsHello, replica.wantsSnapshot];
      assert.deepEqual(state, step.state, place);
      assert.equal(replica.standing.acked, step.acked, place);
    });
  });
});

test("strokes and pointers are sent alike", () => {
  const outbox = new Outbox();
  for (const [what, told, says] of vectors.outbox) {
    if (what === "trail") outbox.trail("s", { x: 3, y: 4 }, styleFrom({ color: "#e03131" }), told, "pg");
    else if (what === "point") outbox.pointAt({ x: told[0], y: told[1], tool: told[2] });
    else if (what === "connected") outbox.connected();
    else if (what === "given_up") outbox.givenUp("s");
    else {
      const messages = outbox.take(told).map(([, message]) => message);
      const plain = (message) => ({ ...message, ...(message.style && { style: elementFrom(message).style }) });
      assert.deepEqual(messages.map(plain), says.map(plain));
    }
  }
});

test("a hand's samples become the same stroke", () => {
  vectors.drawn.forEach((drawn, i) => {
    const builder = new StrokeBuilder(drawn.width, drawn.zoom);
    for (const [x, y, pressure, seconds] of drawn.samples) builder.add({ x, y, pressure, seconds });
    const { geometry, points } = builder.finish();
    assert.deepEqual(builder.origin, { x: drawn.origin[0], y: drawn.origin[1] });
    assert.deepEqual(builder.points, drawn.points, `trail of ${i}`);
    assert.deepEqual(unpack(points), unpack(drawn.packed), `stroke ${i}`);
    assert.deepEqual([geometry.x, geometry.y, geometry.w, geometry.h], drawn.geometry);
  });
});

test("ink has the same edge, and an eraser the same distance from it", () => {
  vectors.outlines.forEach(({ packed, style, zoom, polygon, segment, distance }, i) => {
    close(ink(packed, style, zoom), polygon, `outline ${i}`);
    const [a, b] = segment.map(([x, y]) => ({ x, y }));
    close([distanceTo(lineFrom(packed, style), a, b)], [distance], `distance ${i}`);
  });
});

test("shapes and their labels have the same outlines", () => {
  for (const { element, outline, label } of vectors.figures) {
    const shape = elementFrom(element);
    const [left, top, right, bottom] = label;
    close(
      flattened(outlineOf(shape)).flatMap(({ x, y }) => [x, y]),
      outline,
      element.content.form,
    );
    const room = labelRoom(shape);
    close([room.left, room.top, room.right, room.bottom], [left, top, right, bottom], "label");
  }
});

test("connectors run alike, with the same tips", () => {
  for (const { element, line, middle, tips } of vectors.connectors) {
    const connector = elementFrom(element);
    const numbers = (path) => flattened(path).flatMap(({ x, y }) => [x, y]);
    close(numbers(drawnLine(connector)), line, "line");
    const at = middleOf(connector);
    close([at.x, at.y], middle, "middle");
    const found = tipsOf(connector);
    assert.deepEqual(
      found.map(({ filled }) => filled),
      tips.map(([, filled]) => filled),
    );
    found.forEach(({ path }, i) => close(numbers(path), tips[i][0], "tip"));
  }
});

test("papers have the same rulings", () => {
  const found = [...RULINGS].map(([paper, rulings]) => [
    paper,
    rulings.map(({ way, spacing, color, width, offset, gap }) => [way, spacing, color, width, offset, gap]),
  ]);
  assert.deepEqual(found, vectors.papers);
});

test("pages come in the same order, whether read at once or followed", () => {
  for (const { elements: list, pages } of vectors.pages) {
    const expected = pages.map(([id, title, paper]) => ({ id, title, paper }));
    const plain = ({ listed }) => listed.map(({ id, title, paper }) => ({ id, title, paper }));
    assert.deepEqual(plain(new Pages(elements(list))), expected);
    const followed = new Pages([]);
    for (const element of elements(list)) followed.follow([[null, element]]);
    assert.deepEqual(plain(followed), expected);
    for (const element of elements(list)) followed.follow([[element, null]]);
    assert.deepEqual(plain(followed), [{ id: "", title: "", paper: "" }]);
  }
});

test("ink in progress has the same edge", () => {
  vectors.wet.forEach(({ points, first, last, final, polygon }, i) => {
    const stroke = new WetStroke(styleFrom({ width: 6 }), 0, 0);
    stroke.extend(0, points);
    close(stroke._part(first, last, final, 2), polygon, `part ${i}`, 2e-3);
  });
});
