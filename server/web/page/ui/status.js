// How the connection stands, in words: two in the bar, everything else one click away.

import { byId, make, opens } from "./dom.js";

/** @import { Phase, Status } from "../net/session.js" */

/** @type {Record<Phase, string>} */
const WORDS = {
  connecting: "Connecting…",
  waiting: "Waiting to be let in",
  online: "Connected",
  retrying: "Offline",
  refused: "Not connected",
};
/** @type {Record<string, string>} */
const TRANSPORTS = {
  websocket: "WebSocket",
  polling: "Long-polling: slower, but complete. Something on the network blocks WebSockets.",
};

export class StatusButton {
  /**
   * @param {() => void} onRetry not to wait for the next try
   * @param {{readonly keeps: boolean}} journal whether this browser keeps what is unsent
   */
  constructor(onRetry, journal) {
    this._journal = journal;
    this._panel = byId("status-panel");
    this._onRetry = onRetry;
    /** @type {Status | null} */
    this._status = null;
    opens(byId("status"), this._panel, (open) => {
      this._panel.hidden = !open;
      this._details();
    });
  }

  /** @param {Status} status */
  show(status) {
    this._status = status;
    const button = byId("status");
    const words =
      status.phase === "retrying" && status.unsent ? `Offline: ${status.unsent} not sent` : WORDS[status.phase];
    button.dataset.phase = status.phase;
    button.title = [WORDS[status.phase], status.sentence].filter(Boolean).join(". ");
    button.setAttribute("aria-label", `Connection: ${words}`);
    byId("status-words").textContent = words;
    if (!this._panel.hidden) this._details();
  }

  _details() {
    const status = this._status;
    if (status === null) return;
    const rows = [["Transport", TRANSPORTS[status.transport] ?? "none"]];
    if (status.roundTrip !== null)
      rows.push(["There and back", `${Math.max(1, Math.round(1000 * status.roundTrip))} ms`]);
    rows.push([
      "Not yet stored",
      status.unsent ? `${status.unsent} ${status.unsent === 1 ? "change" : "changes"}` : "nothing",
    ]);
    rows.push(["Kept here", this._journal.keeps ? "yes, until it is stored" : "no: this browser keeps nothing"]);
    const list = make("dl");
    for (const [what, how] of rows) list.append(make("dt", {}, what), make("dd", {}, how));
    const words = status.sentence ? [make("p", {}, status.sentence)] : [];
    const again = make("button", { class: "accent", type: "button" }, "Try again now");
    again.addEventListener("click", this._onRetry);
    if (status.phase === "retrying") words.push(make("p", {}, again));
    const details = make("div", {}, make("h2", {}, WORDS[status.phase]), ...words, list);
    if (this._panel.textContent !== details.textContent) this._panel.replaceChildren(details); // leave a button in focus
  }
}
