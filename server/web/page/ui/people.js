// Who is on the board: faces in the bar, all of them with their names one click away.

import { readableOn } from "../render/overlay.js";
import { byId, make, opens } from "./dom.js";

/** @import { Member } from "../protocol/messages.js" */
/** @import { Peers } from "../sync/peers.js" */

/** So many faces fit into the bar, and into that of a phone. */
const FACES = 4;
const FEW_FACES = 3;
const NARROW = "(max-width: 720px)";
/** @type {Record<string, string>} */
const ROLES = { host: "Host", viewer: "May look", editor: "" };

export class People {
  /** @param {Peers} peers */
  constructor(peers) {
    this._peers = peers;
    this._shown = "";
    this._panel = byId("people-panel");
    opens(byId("people"), this._panel, (open) => {
      this._panel.hidden = !open;
      if (open) this._list();
    });
  }

  /** Show who is here and who draws. */
  show() {
    const { me, drawing } = this._peers;
    const everybody = this._everybody;
    const most = matchMedia(NARROW).matches ? FEW_FACES : FACES;
    const now = JSON.stringify([everybody, me, [...drawing], most]);
    if (now === this._shown) return;
    this._shown = now;
    const faces = everybody.slice(0, everybody.length > most ? most - 1 : most).map((member) => this._face(member));
    const more = everybody.length - faces.length;
    if (more) faces.push(make("span", { class: "avatar more" }, `+${more}`));
    const button = byId("people");
    button.replaceChildren(...faces);
    const count = `${everybody.length} ${everybody.length === 1 ? "person" : "people"} on this board`;
    button.setAttribute("aria-label", count);
    button.title = count;
    if (!this._panel.hidden) this._list();
  }

  /** Me first. */
  get _everybody() {
    const { members, others, me } = this._peers;
    const mine = me === null ? undefined : members.get(me);
    return mine ? [mine, ...others] : others;
  }

  _list() {
    const { me } = this._peers;
    const rows = this._everybody.map((member) => {
      const name = `${nameOf(member)}${member.no === me ? " (you)" : ""}`;
      const role = make("span", { class: "quiet" }, ROLES[member.role ?? "editor"] ?? "");
      return make("div", { class: "person" }, this._face(member), make("span", {}, name), role);
    });
    this._panel.replaceChildren(make("h2", {}, "On this board"), ...rows);
  }

  /** @param {Member} member */
  _face(member) {
    const face = make("span", { class: "avatar", "aria-hidden": "true" }, initials(nameOf(member)));
    face.style.background = member.color;
    face.style.color = readableOn(member.color);
    face.classList.toggle("drawing", this._peers.drawing.has(member.no));
    return face;
  }
}

/** @param {Member} member */
export const nameOf = (member) => member.name || "Somebody";

/** The first letters of the first and the last word of a name. @param {string} name */
function initials(name) {
  const words = name.split(" ").filter(Boolean);
  const ends = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return ends.map((word) => [...word][0].toUpperCase()).join("");
}
