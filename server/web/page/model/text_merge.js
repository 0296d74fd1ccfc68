// Merges what several people typed into one text, so that nobody loses a letter (whiteboard/model/text_merge.py).
//
// Letters are code points, as everybody counts them: a text is an array of them here.

const MAX_TEXT_LENGTH = 20000;
const SPACES = [" ", "\t", "\n"];
/** Letters between spaces; of scripts that have none, and of emoji, every letter. */
const WORD = /[^ \t\n\u{2e80}-\u{10ffff}]+|./gsu;

/**
 * Letters from `begin` to `end` of a text are replaced by `typed`.
 * @typedef {{begin: number, end: number, typed: string[]}} Splice
 */

/**
 * `theirs`, which also came from `base`, with my typing done to it.
 * @param {string} base @param {string} mine @param {string} theirs
 */
export function merged(base, mine, theirs) {
  if (base === theirs) return mine;
  if (base === mine) return theirs;
  const letters = [...base];
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
 * The smallest splice that makes `text` of `base`; of several, the one furthest back.
 * @param {string[]} base @param {string[]} text @param {number} at where `base` begins @returns {Splice}
 */
function splice(base, text, at) {
  const most = Math.min(base.length, text.length);
  let head = 0;
  while (head < most && base[head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && base[base.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  return { begin: at + head, end: at + base.length - tail, typed: text.slice(head, text.length - tail) };
}

/**
 * What makes `text` of `base`, in order; between two splices there is at least one letter.
 * @param {string[]} base @param {string[]} text
 */
function splices(base, text) {
  const { begin, end, typed } = wholeWords(base, text);
  /** @type {Splice[]} */
  const found = [];
  let oldAt = 0;
  let newAt = 0;
  const stops = [...anchors(base.slice(begin, end), typed), { old: end - begin, fresh: typed.length, length: 0 }];
  for (const { old, fresh, length } of stops) {
    const part = splice(base.slice(begin + oldAt, begin + old), typed.slice(newAt, fresh), begin + oldAt);
    found.push(...parted(base.slice(part.begin, part.end), part));
    oldAt = old + length;
    newAt = fresh + length;
  }
  return found;
}

/**
 * What `splice` finds, with the whole of the words that it touches.
 * @param {string[]} base @param {string[]} text @returns {Splice}
 */
function wholeWords(base, text) {
  let { begin, end } = splice(base, text, 0);
  while (begin > 0 && !SPACES.includes(base[begin - 1])) begin--;
  while (end < base.length && !SPACES.includes(base[end])) end++;
  return { begin, end, typed: text.slice(begin, text.length - (base.length - end)) };
}

/**
 * Take away what comes first of both sides: a splice of one, or all that meet, as one.
 * @param {Splice[]} ours @param {Splice[]} others @returns {Splice}
 */
function next(ours, others) {
  let [m] = ours;
  let [t] = others;
  if (!t || (m && m.end <= t.begin)) return /** @type {Splice} */ (ours.shift());
  if (!m || t.end <= m.begin) return /** @type {Splice} */ (others.shift());
  ours.shift();
  others.shift();
  const begin = Math.min(m.begin, t.begin);
  let end = Math.max(m.end, t.end);
  if (m.begin === t.begin && m.end === t.end && m.typed.join("") === t.typed.join("")) return m;
  const mine = [...m.typed];
  const theirs = [...t.typed];
  for (;;) {
    [m] = ours;
    [t] = others;
    if (m && m.begin < end) {
      ours.shift();
      end = Math.max(end, m.end);
      mine.push(...m.typed);
    } else if (t && t.begin < end) {
      others.shift();
      end = Math.max(end, t.end);
      theirs.push(...t.typed);
    } else return { begin, end, typed: [...theirs, ...mine] };
  }
}

/**
 * A splice of `old`; as two, where all of `old` is still there between what was typed.
 * @param {string[]} old @param {Splice} part @returns {Splice[]}
 */
function parted(old, part) {
  if (!old.length && !part.typed.length) return [];
  const at = old.length ? part.typed.join("").indexOf(old.join("")) : -1;
  if (at < 0) return [part];
  const before = [...part.typed.join("").slice(0, at)];
  const after = part.typed.slice(before.length + old.length);
  return [
    { begin: part.begin, end: part.begin, typed: before },
    { begin: part.end, end: part.end, typed: after },
  ];
}

/**
 * Words that each text has once, in the same order: where they begin in both, and how long they are.
 * @param {string[]} old @param {string[]} text
 */
function anchors(old, text) {
  const [oldWords, newWords] = [wordsOf(old), wordsOf(text)];
  const [once, counts] = [countsOf(oldWords), countsOf(newWords)];
  const places = new Map(newWords.map(({ word, at }) => [word, at]));
  const found = [];
  let after = 0;
  for (const { word, at, length } of oldWords) {
    const place = places.get(word) ?? -1;
    if (once.get(word) !== 1 || counts.get(word) !== 1 || place < after) continue;
    found.push({ old: at, fresh: place, length });
    after = place + length;
  }
  return found;
}

/** @param {string[]} letters */
function wordsOf(letters) {
  let at = 0;
  return (letters.join("").match(WORD) ?? []).map((word) => {
    const { length } = [...word];
    at += length;
    return { word, at: at - length, length };
  });
}

/** @param {{word: string}[]} words @returns {Map<string, number>} */
function countsOf(words) {
  const counts = new Map();
  for (const { word } of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
