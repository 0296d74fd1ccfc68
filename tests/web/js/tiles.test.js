// Tiles: what they show of a large board while others draw on it. The canvas is a list of what was painted.

import assert from "node:assert/strict";
import { test } from "node:test";

import { elementFrom } from "../../../server/web/page/model/element.js";
import { Scene } from "../../../server/web/page/render/scene.js";
import { Tiles } from "../../../server/web/page/render/tiles.js";

const VIEW = { zoom: 1, left: 0, top: 0, width: 500, height: 500 };
const NEVER = Infinity;
/** Before any tile has time for more than a few elements. */
const AT_ONCE = -Infinity;

/** A tile's picture: what lies on the paper, in order; a box that is painted anew begins anew. */
function canvas() {
  const painted = [];
  const nothing = () => {};
  const context = { painted, save: nothing, restore: nothing, beginPath: nothing, rect: nothing, clip: nothing };
  return { getContext: () => ({ ...context, setTransform: nothing }) };
}

const note = (id, order, x = 0) =>
  elementFrom({ id, kind: "shape", order, geometry: { x, y: 0, w: 10, h: 10 }, content: { form: "star" } });

/** Tiles of a scene of so many shapes, one upon the other. */
function large(t, count) {
  globalThis.document = { createElement: canvas };
  t.after(() => delete globalThis.document);
  const scene = new Scene();
  scene.reset(Array.from({ length: count }, (_, i) => note(`${i}`, `${1000 + i}V`)));
  const tiles = new Tiles(
    scene,
    (context, item) => context.painted.push(item.element.id),
    (context) => context.painted.push("paper"),
  );
  const shown = () => {
    const drawn = [];
    tiles.draw({ drawImage: (image) => drawn.push(image) }, VIEW);
    return drawn.length;
  };
  const painted = () => [...tiles._layer.tiles.values()][0].context.painted;
  return { scene, tiles, shown, painted };
}

test("a tile gets ready although somebody draws on it all the time", (t) => {
  const { scene, tiles, shown, painted } = large(t, 200);
  let frames = 0;
  while (!tiles.work(VIEW, true, AT_ONCE).done) {
    frames += 1;
    assert.ok(frames < 200, "it is begun anew with every stroke");
    if (frames <= 20) tiles.update(scene.apply([[null, note(`new${frames}`, `${2000 + frames}V`)]], () => true));
  }
  assert.equal(shown(), 1);
  assert.equal(painted().length, 1 + 200 + 20, "the paper, and everything once");
  assert.equal(painted().at(-1), "new20");
});

test("what goes or changes while its tile is painted is not to be seen on it afterwards", (t) => {
  const { scene, tiles, painted } = large(t, 40);
  assert.equal(tiles.work(VIEW, true, AT_ONCE).done, false);
  tiles.update(scene.apply([[note("3", "1003V"), null]], () => true));
  tiles.update(scene.apply([[note("35", "1035V"), note("35", "1035V", 400)]], () => true));
  while (!tiles.work(VIEW, true, AT_ONCE).done);
  const again = painted().slice(painted().indexOf("paper", 1));
  assert.equal(again.filter((id) => id === "paper").length, 3, "where each of them was and is");
  assert.equal(again.filter((id) => id === "3").length, 0);
  assert.equal(again.filter((id) => id === "35").length, 1);
});

test("a tile shows while it is painted where nothing else is to be seen, and else what was there before", (t) => {
  const { scene, tiles, shown } = large(t, 40);
  const { ready, done } = tiles.work(VIEW, true, AT_ONCE);
  assert.equal(done, false);
  assert.equal(ready.length, 1);
  assert.equal(shown(), 1);
  assert.equal(tiles.work(VIEW, true, NEVER).done, true);
  scene.reset([note("other", "1V")]);
  tiles.renew();
  assert.equal(shown(), 1, "the old one");
  assert.equal(tiles.work(VIEW, true, NEVER).done, true);
  assert.equal(shown(), 1);
});
