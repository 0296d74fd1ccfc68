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
  assert.equal(hand.news.at(-1).turned, true);
  assert.equal(hand.news.at(-1).lost.id, added);
});

/** A hand on a board that has these elements, online; `say` is what the server tells of others. */
function visiting(elements) {
  const hand = new Hand();
  const { author } = hand.editor.replica;
  hand.editor.welcomed(welcome(author), 0);
  hand.editor.load({ log_id: "log", seq: 0, hash: "h0", elements: elements.map((element) => [element, null]) });
  let seq = 0;
  const say = (...ops) => {
    seq += 1;
    const edit = { seq, author: "b0b0b0b0b0b0b0b0", cseq: seq, at: 0, ops };
    hand.editor.received({ seq, hash: `h${seq}`, edits: [edit] }, 0);
  };
  return { hand, say };
}
const page = (id, order, content = {}) => shape(id, { kind: "page", order, content });
const on = (id, parent) => shape(id, { geometry: { x: 0, y: 0, w: 10, h: 10, parent } });

test("a stroke on a page that somebody deletes is drawn to its end; then the page after it is shown", () => {
  const { hand, say } = visiting([page("p", "2"), page("q", "3"), page("r", "4")]);
  hand.editor.turnTo("q");
  hand.draw(LINE, "go on");
  say({ op: "patch", id: "q", content: { gone: true } });
  assert.equal(hand.editor.busy, true);
  assert.equal(hand.news.at(-1).turned, false);
  hand.editor.up(1, { x: 40, y: 10, pressure: null, seconds: 1, zoom: 1, touch: false });
  assert.equal(hand.elements.find(({ kind }) => kind === "stroke").geometry.parent, "q");
  assert.equal(hand.editor.page, "r");
  assert.equal(hand.news.at(-1).lost.id, "q");
});

test("what others do with other pages does not turn mine, and no page is missed that I never saw", () => {
  const { hand, say } = visiting([page("first", "1", { gone: true }), page("p", "2"), page("q", "3")]);
  assert.equal(hand.editor.page, "p", "the first page that there is");
  assert.equal(hand.news.at(-1).lost, null);
  hand.news.length = 0;
  say({ op: "put", element: page("r", "4") });
  say({ op: "patch", id: "q", content: { gone: true } });
  say({ op: "patch", id: "p", content: { title: "Mine" } });
  assert.deepEqual(
    hand.news.map(({ pages, turned }) => [pages, turned]),
    [
      [true, false],
      [true, false],
      [true, false],
    ],
  );
});

test("undo and redo look where something happens", () => {
  const { hand } = visiting([page("p", "2"), on("a", "p")]);
  hand.draw(LINE);
  hand.editor.turnTo("p");
  hand.editor.undo();
  assert.equal(hand.editor.page, "");
  assert.equal(hand.news.at(-1).turned, true);
  assert.equal(hand.news.at(-1).lost, null, "nobody took it away");
  hand.editor.turnTo("p");
  hand.editor.redo();
  assert.equal(hand.editor.page, "");
});

test("very much at once goes to the server in several edits, and is undone as one", () => {
  const ids = Array.from({ length: 12000 }, (_, i) => `s${i}`);
  const { hand } = visiting(ids.map((id) => shape(id, { points: "AAAA".repeat(30) })));
  hand.editor.choose("eraser");
  hand.under = ids;
  hand.draw(LINE);
  assert.deepEqual(hand.elements, []);
  hand.editor.undo();
  assert.equal(hand.elements.length, 12000);
  const edits = [...hand.journal.edits.values()];
  assert.ok(edits.every(({ ops }) => ops.length <= 1000));
  assert.ok(
    edits.every((edit) => JSON.stringify(edit).length < 2 ** 21),
    "as large as a message may be",
  );
});

test("who may only look for a while can undo afterwards what they drew before", () => {
  const hand = new Hand();
  const { author } = hand.editor.replica;
  const as = (role) => [{ no: 1, author, name: "Gus", color: "#1971c2", role }];
  hand.draw(LINE);
  hand.editor.welcomed(welcome(author, { members: as("viewer") }), 0);
  hand.editor.undo();
  assert.equal(hand.elements.length, 1);
  hand.editor.welcomed(welcome(author, { members: as("editor") }), 0);
  hand.editor.undo();
  assert.equal(hand.elements.length, 0);
});

test("new ink lies above all that is there, however high", () => {
  const hand = new Hand();
  hand.editor.submit([{ op: "put", element: shape("a", { order: "zzzzzzzz" }) }]);
  hand.draw(LINE);
  const stroke = hand.elements.find(({ kind }) => kind === "stroke");
  assert.ok(stroke.order > "zzzzzzzz");
});
