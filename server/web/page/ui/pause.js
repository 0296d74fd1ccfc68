// What covers the board when one cannot be on it: waiting at the door, or the last word of the server.

import { byId, coverDesk } from "./dom.js";

/** @param {{title: string, words: string, again?: string, busy?: boolean}} what @param {() => void} [onAgain] */
export function showPause({ title, words, again = "", busy = false }, onAgain = () => {}) {
  coverDesk(true);
  byId("pause").hidden = false;
  byId("pause-title").textContent = title;
  byId("pause-words").textContent = words;
  byId("pause-spinner").hidden = !busy;
  const button = byId("pause-again");
  button.hidden = !again;
  button.textContent = again;
  button.onclick = onAgain;
  if (again) button.focus();
}

export function hidePause() {
  if (byId("pause").hidden) return;
  byId("pause").hidden = true;
  coverDesk(false);
  byId("canvas").classList.add("pointed"); // a frame around it is for who walks here with the keyboard
  byId("canvas").focus({ preventScroll: true });
}
