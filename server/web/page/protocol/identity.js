// The public id of a client: the first 8 bytes of BLAKE2b (RFC 7693) of its secret id.

const MASK = (1n << 64n) - 1n;
// prettier-ignore
const START = [
  0x6a09e667f3bcc908n, 0xbb67ae8584caa73bn, 0x3c6ef372fe94f82bn, 0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n, 0x9b05688c2b3e6c1fn, 0x1f83d9abfb41bd6bn, 0x5be0cd19137e2179n,
];
// prettier-ignore
const SIGMA = [
  "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
  "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0",
].map((row) => [...row].map((digit) => parseInt(digit, 16)));
// prettier-ignore
const COLUMNS_AND_DIAGONALS = [
  [0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15],
  [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14],
];

/** @param {string} client 32 hexadecimal digits @returns {string} 16 of them, which do not tell the secret id */
export const authorOf = (client) => blake2b64(new TextEncoder().encode(client));

/** @param {Uint8Array} bytes at most one block of 128 @returns {string} 8 bytes in hexadecimal */
function blake2b64(bytes) {
  const block = new DataView(new ArrayBuffer(128));
  bytes.forEach((byte, i) => block.setUint8(i, byte));
  const m = Array.from({ length: 16 }, (_, i) => block.getBigUint64(8 * i, true));
  const h = [...START];
  h[0] ^= 0x01010000n ^ 8n; // parameters: fan-out 1, depth 1, 8 bytes long
  const v = [...h, ...START];
  v[12] ^= BigInt(bytes.length);
  v[14] ^= MASK; // this block is the last
  for (let round = 0; round < 12; round++) {
    const order = SIGMA[round % 10];
    COLUMNS_AND_DIAGONALS.forEach((places, i) => mix(v, places, m[order[2 * i]], m[order[2 * i + 1]]));
  }
  let word = h[0] ^ v[0] ^ v[8];
  let text = "";
  for (let i = 0; i < 8; i++, word >>= 8n) text += (word & 255n).toString(16).padStart(2, "0");
  return text;
}

/** @param {bigint[]} v @param {number[]} places @param {bigint} x @param {bigint} y */
function mix(v, [a, b, c, d], x, y) {
  v[a] = (v[a] + v[b] + x) & MASK;
  v[d] = turned(v[d] ^ v[a], 32n);
  v[c] = (v[c] + v[d]) & MASK;
  v[b] = turned(v[b] ^ v[c], 24n);
  v[a] = (v[a] + v[b] + y) & MASK;
  v[d] = turned(v[d] ^ v[a], 16n);
  v[c] = (v[c] + v[d]) & MASK;
  v[b] = turned(v[b] ^ v[c], 63n);
}

/** @param {bigint} word @param {bigint} bits */
const turned = (word, bits) => ((word >> bits) | (word << (64n - bits))) & MASK;
