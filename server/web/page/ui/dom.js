// Finds and makes what stands on the page. Words are only ever text: nothing here reads markup.

/** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`nothing is called ${id}`);
  return /** @type {T} */ (found);
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag @param {Record<string, string>} [attributes] @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** What must not be reached while something covers the board. */
const DESK = ["canvas", "bar", "status-panel", "people-panel", "island", "pages"];

/** Let nobody get at the board with a key either, or let them again. @param {boolean} covered */
export function coverDesk(covered) {
  for (const id of DESK) byId(id).inert = covered;
}

export const isCovered = () => byId(DESK[0]).inert;

const SVG = "http://www.w3.org/2000/svg";

/** @param {string} tag @param {Record<string, string>} attributes @param {...Node} children */
export function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** One of the page's own icons. @param {string} name */
export const icon = (name) => makeSvg("svg", {}, makeSvg("use", { href: `#i-${name}` }));

/** A full circle in a box of 24. @param {number} radius @param {string} fill */
export const disc = (radius, fill) =>
  makeSvg("svg", { viewBox: "0 0 24 24" }, makeSvg("circle", { cx: "12", cy: "12", r: `${radius}`, fill }));

/**
 * Buttons of which one is chosen; the arrow keys move between them.
 * @param {HTMLElement} group
 * @param {{value: string, label: string, className: string, picture: Node, title?: string}[]} choices
 * @param {(value: string) => void} onChoose @returns {(value: string) => void} shows another choice
 */
export function radios(group, choices, onChoose) {
  const buttons = choices.map(({ value, label, className, picture, title = label }) => {
    const attributes = { type: "button", role: "radio", class: className, "aria-label": label, title };
    const button = make("button", { ...attributes, "data-value": value }, picture);
    button.addEventListener("click", () => onChoose(value));
    return button;
  });
  group.replaceChildren(...buttons);
  group.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = buttons[(at + step + buttons.length) % buttons.length];
    next.focus();
    next.click();
  });
  return (value) => {
    for (const button of buttons) {
      const chosen = button.dataset.value === value;
      button.setAttribute("aria-checked", `${chosen}`);
      button.tabIndex = chosen ? 0 : -1;
    }
    if (buttons.every((button) => button.tabIndex < 0)) buttons[0].tabIndex = 0;
  };
}

/**
 * Let a button open and close something; Escape and a touch anywhere else close it.
 * @param {HTMLElement} button @param {HTMLElement} panel @param {(open: boolean) => void} show
 */
export function opens(button, panel, show) {
  /** @param {boolean} open */
  const set = (open) => {
    button.setAttribute("aria-expanded", `${open}`);
    show(open);
  };
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  button.addEventListener("click", () => set(!isOpen()));
  document.addEventListener("pointerdown", (event) => {
    const at = /** @type {Node} */ (event.target);
    if (isOpen() && !panel.contains(at) && !button.contains(at)) set(false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !isOpen()) return;
    set(false);
    button.focus();
  });
}
