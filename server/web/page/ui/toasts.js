// Quiet words that come and go: who came, who left, what was refused.

import { byId, make } from "./dom.js";

const STAYS_MS = 4500;
const MOST = 3;

/** @param {string} words */
export function toast(words) {
  const box = byId("toasts");
  const shown = make("div", { class: "toast" }, words);
  box.append(shown);
  while (box.children.length > MOST) box.firstElementChild?.remove();
  setTimeout(() => shown.remove(), STAYS_MS);
}
