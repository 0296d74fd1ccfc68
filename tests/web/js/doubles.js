// Doubles that run real code's way: what they stand for, without disk and network.

/** A journal that has everything on disk at once, and can be asked what. */
export class KeptAtOnce {
  written = 0;
  edits = new Map();
  standing = null;

  pended(edit) {
    this.edits.set(edit.cseq, edit);
    return 0;
  }

  settled(standing, cseqs) {
    this.standing = standing;
    cseqs.forEach((cseq) => this.edits.delete(cseq));
  }

  renamed(standing, edits) {
    this.standing = standing;
    this.edits = new Map(edits.map((edit) => [edit.cseq, edit]));
    return 0;
  }

  greeted(standing) {
    this.standing = standing;
  }
}
