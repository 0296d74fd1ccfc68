// What covers the board when one cannot be on it: waiting at the door, or the last word of the server.

import { byId } from "./dom.js";

/** @param {{title: string, words: string, again?: string, busy?: boolean}} what @param {() => void} [onAgain] */
export function showPause({ title, words, again = "", busy = false }, onAgain = () => {}) {
  byId("pause").hidden = false;
  byId("pause-title").textContent = title;
  byId("pause-words").textContent = words;
  byId("pause-spinner").hidden = !busy;
  const button = byId("pause-again");
  button.hidden = !again;
  button.textContent = again;
  button.onclick = onAgain;
}

export function hidePause() {
  byId("pause").hidden = true;
}
