// What a hand does: gestures become edits, or leave no trace; what others do stays theirs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { elementFrom } from "../../../server/web/page/model/element.js";
import { Hand, welcome } from "./doubles.js";

const LINE = [
  [0, 0],
  [20, 5],
  [40, 10],
];
const shape = (id, more = {}) =>
  elementFrom({
    id,
    kind: "shape",
    geometry: { x: 0, y: 0, w: 10, h: 10 },
    order: "1",
    content: { form: "star" },
    ...more,
  });

test("a stroke is on the board when the pen lifts, and its points were told before", () => {
  const hand = new Hand();
  hand.draw(LINE);
  const [stroke] = hand.elements;
  assert.equal(stroke.kind, "stroke");
  assert.equal(stroke.id, "mine-1");
  assert.equal(hand.news.filter(({ ink }) => ink).flatMap(({ ink }) => ink.points).length, 3);
  assert.equal(hand.journal.edits.size, 1);
});

test("a cancelled stroke leaves no trace", () => {
  const hand = new Hand();
  hand.draw(LINE, "cancel");
  assert.deepEqual(hand.elements, []);
  assert.equal(hand.editor.history.canUndo, false);
  assert.equal(hand.news.at(-1).over, "mine-1");
});

test("undo while drawing gives up the stroke and nothing else", () => {
  const hand = new Hand();
  hand.draw(LINE);
  hand.draw(LINE, "go on");
  hand.editor.undo();
  assert.equal(hand.elements.length, 1);
  hand.editor.undo();
  assert.equal(hand.elements.length, 0);
  hand.editor.redo();
  assert.equal(hand.elements.length, 1);
});

test("the laser changes nothing on the board", () => {
  const hand = new Hand();
  hand.editor.choose("laser");
  hand.draw(LINE);
  assert.deepEqual(hand.elements, []);
  assert.equal(hand.journal.edits.size, 0);
  assert.ok(hand.news.some(({ ink }) => ink?.style.ink === "laser"));
});

test("the eraser marks what it touches, takes it away in one edit, and leaves what is locked", () => {
  const hand = new Hand();
  hand.editor.submit([shape("a"), shape("b"), shape("c", { lock: true })].map((element) => ({ op: "put", element })));
  hand.editor.choose("eraser");
  hand.under = ["a", "b", "c"];
  hand.draw(LINE, "go on");
  assert.deepEqual(hand.editor.marked, new Set(["a", "b"]));
  hand.draw(LINE);
  assert.deepEqual(
    hand.elements.map(({ id }) => id),
    ["c"],
  );
  assert.deepEqual(hand.editor.marked, new Set());
  hand.editor.undo();
  assert.equal(hand.elements.length, 3);
});

test("connectors let go of what is erased, in the same edit, but locked ones", () => {
  const hand = new Hand();
  const line = (id, more) => shape(id, { kind: "connector", content: { form: "straight", ...more.content }, ...more });
  const both = { form: "straight", start: { to: "a", u: 0.2 }, end: { to: "b" } };
  hand.editor.submit(
    [shape("a"), shape("b"), line("l", { content: both }), line("k", { content: both, lock: true })].map((element) => ({
      op: "put",
      element,
    })),
  );
  hand.editor.choose("eraser");
  hand.under = ["a"];
  hand.draw(LINE);
  assert.deepEqual(hand.editor.board.get("l").content, { form: "straight", end: { to: "b" } });
  assert.deepEqual(hand.editor.board.get("k").content, both);
  hand.editor.undo();
  assert.deepEqual(hand.editor.board.get("l").content, both);
});

test("who may only look draws nothing, and what they are drawing is given up", () => {
  const hand = new Hand();
  const { author } = hand.editor.replica;
  hand.draw(LINE, "go on");
  const viewer = [{ no: 1, author, name: "Gus", color: "#1971c2", role: "viewer" }];
  hand.editor.welcomed(welcome(author, { members: viewer }), 0);
  assert.equal(hand.editor.busy, false);
  assert.equal(hand.editor.tool.name, "hand");
  hand.draw(LINE);
  hand.editor.submit([{ op: "put", element: shape("a") }]);
  hand.editor.addPage();
  assert.deepEqual(hand.elements, []);
});

test("who may only look goes on moving the view while others draw", () => {
  const hand = new Hand();
  const { author } = hand.editor.replica;
  const viewer = [{ no: 1, author, name: "Gus", color: "#1971c2", role: "viewer" }];
  hand.editor.welcomed(welcome(author, { members: viewer }), 0);
  hand.draw(LINE, "go on");
  hand.editor.received({ seq: 0, hash: "" }, 0);
  assert.equal(hand.editor.busy, true);
  hand.draw(LINE);
  assert.ok(hand.news.filter(({ pan }) => pan).length >= 2);
});

test("a colour dips the last ink, and each ink keeps its own", () => {
  const { editor } = new Hand();
  editor.choose("highlighter");
  editor.dip({ color: "#2f9e44", width: 2 });
  editor.choose("eraser");
  editor.dip({ width: 8 });
  assert.equal(editor.tool.name, "highlighter");
  assert.deepEqual(editor.styleOf("highlighter").width, 40);
  assert.equal(editor.styleOf("pen").color, "#1e1e1e");
});

test("a new page comes last; whoever looks at a page that goes sees another", () => {
  const hand = new Hand();
  hand.editor.addPage();
  const added = hand.editor.page;
  hand.draw(LINE);
  assert.equal(hand.elements.find(({ kind }) => kind === "stroke").geometry.parent, added);
  hand.editor.submit([{ op: "patch", id: added, content: { gone: true } }]);
  assert.equal(hand.editor.page, "");
  assert.equal(hand.news.at(-1).pages, true);
});

test("new ink lies above all that is there, however high", () => {
  const hand = new Hand();
  hand.editor.submit([{ op: "put", element: shape("a", { order: "zzzzzzzz" }) }]);
  hand.draw(LINE);
  const stroke = hand.elements.find(({ kind }) => kind === "stroke");
  assert.ok(stroke.order > "zzzzzzzz");
});
