// Who I am in this browser, as I typed it last.

import { COLORS } from "../model/style.js";

const KEY = "whiteboard.profile";

/** @typedef {{name: string, color: string}} Profile */

/** @returns {Profile} */
export function readProfile() {
  const color = COLORS[1 + Math.floor(Math.random() * (COLORS.length - 2))];
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return { name: `${kept.name ?? ""}`, color: COLORS.includes(kept.color) ? kept.color : color };
  } catch {
    return { name: "", color };
  }
}

/** @param {Profile} profile */
export function keepProfile(profile) {
  try {
    localStorage.setItem(KEY, JSON.stringify(profile));
  } catch {
    // a browser that keeps nothing asks again next time
  }
}

/** Whether this tab was on this board before it was loaded anew. @param {string} board */
export function wasHere(board) {
  try {
    return board !== "" && sessionStorage.getItem("whiteboard.board") === board;
  } catch {
    return false;
  }
}

/** @param {string} board "" when this tab has left */
export function amHere(board) {
  try {
    sessionStorage.setItem("whiteboard.board", board);
  } catch {
    // the same
  }
}

/** What the door should say when the page is loaded anew. @param {string} words */
export function leaveWord(words) {
  try {
    sessionStorage.setItem("whiteboard.word", words);
  } catch {
    // then it says nothing
  }
}

/** @returns {string} "" if nothing was left */
export function takeWord() {
  try {
    const words = sessionStorage.getItem("whiteboard.word") ?? "";
    sessionStorage.removeItem("whiteboard.word");
    return words;
  } catch {
    return "";
  }
}
