// Merges what several people typed into one text, so that nobody loses a letter (whiteboard/model/text_merge.py).

const MAX_TEXT_LENGTH = 20_000;

/** Letters from `begin` to `end` of a text are replaced by `typed`. @typedef {{begin: number, end: number, typed: string[]}} Splice */

/**
 * The smallest splice that makes `text` of `base`, which begins at `at`; of several, the one furthest back.
 * @param {string[]} base @param {string[]} text @param {number} at @returns {Splice}
 */
function splice(base, text, at) {
  const most = Math.min(base.length, text.length);
  let head = 0;
  while (head < most && base[head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && base[base.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  return { begin: at + head, end: at + base.length - tail, typed: text.slice(head, text.length - tail) };
}

/** What makes `text` of `base`, in order. @param {string[]} base @param {string[]} text @returns {Splice[]} */
export function splices(base, text) {
  const { begin, end, typed } = splice(base, text, 0);
  const found = [];
  let [oldAt, newAt] = [0, 0];
  for (const [old, fresh, length] of [...anchors(base.slice(begin, end), typed), [end - begin, typed.length, 0]]) {
    const part = splice(base.slice(begin + oldAt, begin + old), typed.slice(newAt, fresh), begin + oldAt);
    found.push(...parted(base.slice(part.begin, part.end), part));
    [oldAt, newAt] = [old + length, fresh + length];
  }
  return found;
}

/** `theirs`, which also came from `base`, with my typing done to it. @param {string} base @param {string} mine @param {string} theirs */
export function merged(base, mine, theirs) {
  if (base === theirs) return mine;
  if (base === mine) return theirs;
  const letters = [...base]; // code points, as everybody counts them
  const ours = splices(letters, [...mine]);
  const others = splices(letters, [...theirs]);
  /** @type {string[]} */
  const parts = [];
  let at = 0;
  while (ours.length || others.length) {
    const { begin, end, typed } = next(ours, others);
    parts.push(...letters.slice(at, begin), ...typed);
    at = end;
  }
  return [...parts, ...letters.slice(at)].slice(0, MAX_TEXT_LENGTH).join("");
}

/**
 * Take away what comes first of both sides: a splice of one, or all that meet, as one.
 * @param {Splice[]} ours @param {Splice[]} others @returns {Splice}
 */
function next(ours, others) {
  if (!others.length || (ours.length && ours[0].end <= others[0].begin)) return /** @type {Splice} */ (ours.shift());
  if (!ours.length || others[0].end <= ours[0].begin) return /** @type {Splice} */ (others.shift());
  const m = /** @type {Splice} */ (ours.shift());
  const t = /** @type {Splice} */ (others.shift());
  if (m.begin === t.begin && m.end === t.end && m.typed.join("") === t.typed.join("")) return m;
  const begin = Math.min(m.begin, t.begin);
  let end = Math.max(m.end, t.end);
  const [mine, theirs] = [[...m.typed], [...t.typed]];
  for (;;) {
    const side = ours.length && ours[0].begin < end ? ours : others.length && others[0].begin < end ? others : null;
    if (side === null) return { begin, end, typed: [...theirs, ...mine] };
    const more = /** @type {Splice} */ (side.shift());
    end = Math.max(end, more.end);
    (side === ours ? mine : theirs).push(...more.typed);
  }
}

/**
 * A splice of `old`; as two, where all of `old` is still there between what was typed.
 * @param {string[]} old @param {Splice} part @returns {Splice[]}
 */
function parted(old, { begin, end, typed }) {
  if (!old.length && !typed.length) return [];
  const last = old.length ? typed.length - old.length : -1;
  for (let at = 0; at <= last; at++)
    if (old.every((letter, i) => letter === typed[at + i]))
      return [
        { begin, end: begin, typed: typed.slice(0, at) },
        { begin: end, end, typed: typed.slice(at + old.length) },
      ];
  return [{ begin, end, typed }];
}

/**
 * Words that each text has once, in the same order: where they begin in both, and how long they are.
 * @param {string[]} old @param {string[]} fresh @returns {[number, number, number][]}
 */
function anchors(old, fresh) {
  const [before, after] = [words(old), words(fresh)];
  const places = new Map(after);
  const [once, again] = [counted(before), counted(after)];
  /** @type {[number, number, number][]} */
  const found = [];
  let least = 0;
  for (const [word, at] of before) {
    const place = places.get(word);
    if (place === undefined || once.get(word) !== 1 || again.get(word) !== 1 || place < least) continue;
    const length = [...word].length;
    found.push([at, place, length]);
    least = place + length;
  }
  return found;
}

/** @param {string[]} letters @returns {[string, number][]} words and where they begin, counted in code points */
function words(letters) {
  /** @type {[string, number][]} */
  const found = [];
  let open = false;
  letters.forEach((letter, at) => {
    const alone = letter === " " || letter === "\t" || letter === "\n" || (letter.codePointAt(0) ?? 0) >= 0x2e80;
    if (open && !alone) found[found.length - 1][0] += letter;
    else found.push([letter, at]);
    open = !alone;
  });
  return found;
}

/** @param {[string, number][]} words */
function counted(words) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const [word] of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
