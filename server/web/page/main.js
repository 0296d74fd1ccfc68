// The composition root: who comes through the door gets a replica, a session and a canvas.

import { Editor } from "./editor.js";
import { Pictures } from "./net/pictures.js";
import { Session } from "./net/session.js";
import { ahead, pollingWire, websocketWire } from "./net/wires.js";
import { placeOf } from "./protocol/code.js";
import { Renderer } from "./render/renderer.js";
import { NoJournal, StoredJournal, storeOf } from "./sync/journal.js";
import { Replica } from "./sync/replica.js";
import { chosen, claim, newClient } from "./sync/whoami.js";
import { Desk } from "./ui/desk.js";
import { byId } from "./ui/dom.js";
import { Door } from "./ui/door.js";
import { hidePause, showPause } from "./ui/pause.js";
import { amHere, keepProfile, leaveWord, readProfile, takeWord, wasHere } from "./ui/profile.js";

/** @import { Status } from "./net/session.js" */
/** @import { Profile } from "./ui/profile.js" */

byId("opening").remove();
const place = placeOf(location);
const door = new Door(place.board, place.code, readProfile(), (code, profile) => {
  keepProfile(profile);
  door.close();
  enter(code, profile);
});

/** @param {string} code @param {Profile} profile */
async function enter(code, profile) {
  showPause({ title: "Connecting…", words: "", busy: true });
  const wires = { websocket: ahead(websocketWire, location.origin), polling: pollingWire };
  const { store, clients } = await storeOf(place.board);
  const kept = await chosen(clients);
  const standing = kept?.standing ?? { client: newClient(), ordinal: 0, acked: 0 };
  const journal = store
    ? new StoredJournal(store, place.board, standing.client, () => session.nudge())
    : new NoJournal();
  const replica = new Replica(standing, kept?.edits ?? [], journal, newClient);
  claim(() => replica.standing.client);

  const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById("canvas"));
  const pictures = new Pictures(location.origin, (asset) => renderer.arrived(asset));
  const renderer = new Renderer(canvas, () => editor, pictures);
  const editor = new Editor(
    replica,
    newId,
    (a, b, radius) => renderer.scene.touching(a, b, radius),
    (news) => {
      desk.show(news);
      session.nudge();
    },
  );
  const desk = new Desk(editor, renderer, canvas, journal, () => session.hurry());
  const wish = { board: place.board, code, ...profile };
  const session = new Session(editor, location.origin, wish, wires, {
    onStatus,
    onToken: (board, token) => {
      journal.board = board;
      pictures.enter(board, token);
    },
  });
  renderer.restart();
  session.start();
  addEventListener("online", () => session.hurry());
  document.addEventListener("visibilitychange", () => document.hidden || session.hurry());
  addEventListener("beforeunload", (event) => !journal.keeps && session.status.unsent && event.preventDefault());

  let arrived = false;

  /** @param {Status} status */
  function onStatus(status) {
    desk.showStatus(status);
    if (status.phase === "online" && !arrived) {
      arrived = true;
      const { board } = session.wish;
      history.replaceState(
        null,
        "",
        `/b/${encodeURIComponent(board)}${place.code ? location.hash : code && `#${code}`}`,
      );
      amHere(board);
      desk.open(board);
    }
    if (status.phase === "refused") refused(status.refusal, status.sentence);
    else if (status.phase === "waiting") showPause({ title: "At the door", words: status.sentence, busy: true });
    else if (arrived) hidePause();
    else if (status.phase === "retrying" && !kept?.edits.length)
      showPause({ title: "Not connected yet", words: words(status), busy: true });
    else if (status.phase === "retrying") {
      desk.open(place.board);
      hidePause();
    }
  }

  /** @param {string} refusal @param {string} why */
  function refused(refusal, why) {
    session.stop();
    amHere("");
    if (refusal === "wrong_code") {
      backToDoor(why); // whoever was on the board once comes through the door with a clean slate
      return;
    }
    const again = refusal === "superseded" ? "Use it here" : "Try again";
    showPause({ title: "Not on the board", words: why, again }, () => location.reload());
  }
}

/** @param {string} why the door should say */
function backToDoor(why) {
  leaveWord(why);
  history.replaceState(null, "", location.pathname);
  location.reload();
}

/** @param {Status} status */
const words = ({ refusal, sentence: said }) => (refusal ? said : "The board does not answer just now. Trying again.");

function newId() {
  const letters = "0123456789abcdefghijklmnopqrstuvwxyz";
  return `st-${[...crypto.getRandomValues(new Uint8Array(14))].map((byte) => letters[byte % 36]).join("")}`;
}

const profile = readProfile();
if (profile.name && wasHere(place.board)) enter(place.code, profile);
else {
  const trouble = takeWord();
  door.open(trouble, trouble !== "");
  fetch("/health")
    .then((answer) => answer.json())
    .then((health) => door.showOpen(health.open ?? []))
    .catch(() => {}); // the form will say what is wrong, if it still is
}
