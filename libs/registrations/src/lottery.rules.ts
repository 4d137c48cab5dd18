/**
 * FNV-1a of 32 bits over the text's UTF-16 code units, low byte before high; for letters and digits the same as over
 * bytes with a zero between. Small, the same everywhere, and no secret.
 */
const fnv1a = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return hash >>> 0;
};

/** The last step of MurmurHash3: every bit of the input comes to bear on every bit of the number. */
const mixed = (hash: number): number => {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};

/** The lot that somebody draws: the same seed and name always draw the same, and nobody can choose theirs. */
export const drawLot = (seed: string, name: string): number => mixed(fnv1a(`${seed}:${name}`));

/** Eight hexadecimal digits that name a result: another result has, as good as always, another name. */
export const fingerprintOf = (result: unknown): string =>
  mixed(fnv1a(JSON.stringify(result)))
    .toString(16)
    .padStart(8, '0');
