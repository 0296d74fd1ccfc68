// Merges what two people typed into one text, so that neither loses a letter (whiteboard/model/text_merge.py).

/** Letters from `begin` to `end` of a text are replaced by `typed`. @typedef {{begin: number, end: number, typed: string[]}} Splice */

/** The smallest splice that makes `text` of `base`; of several, the one furthest back. @param {string[]} base @param {string[]} text @returns {Splice} */
function splice(base, text) {
  const most = Math.min(base.length, text.length);
  let head = 0;
  while (head < most && base[head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && base[base.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
  return { begin: head, end: base.length - tail, typed: text.slice(head, text.length - tail) };
}

/** `theirs`, which also came from `base`, with my typing done to it. @param {string} base @param {string} mine @param {string} theirs */
export function merged(base, mine, theirs) {
  if (base === theirs) return mine;
  if (base === mine || mine === theirs) return theirs;
  const letters = [...base]; // code points, as everybody counts them
  const m = splice(letters, [...mine]);
  const t = splice(letters, [...theirs]);
  const [first, second] = t.end <= m.begin ? [t, m] : [m, t];
  if (first.end <= second.begin)
    return [
      ...letters.slice(0, first.begin),
      ...first.typed,
      ...letters.slice(first.end, second.begin),
      ...second.typed,
      ...letters.slice(second.end),
    ].join("");
  const begin = Math.min(m.begin, t.begin);
  const end = Math.max(m.end, t.end);
  return [...letters.slice(0, begin), ...t.typed, ...m.typed, ...letters.slice(end)].join("");
}
