/** Why something sealed is not opened. The sentences are in `src/text/secure.ts`. */
export type RefusalReason =
  /** No slot opens with this phrase: mistyped, revoked, expired, or of another region. */
  | 'wrong-phrase'
  /** What was read is not what was sealed: changed, cut short, or exchanged for another file. */
  | 'tampered'
  /** Sealed in another build than the header: the site was updated in between. */
  | 'other-build'
  /** Sealed by a newer version of this tool. */
  | 'unknown-version'
  /** The header asks for less work per guess than we ever write: somebody wants the phrase to be guessed. */
  | 'weak-parameters'
  /** Not a file of ours, or cut short. */
  | 'unreadable'
  /** The browser offers no encryption: the page was opened over plain http. */
  | 'needs-https';

export interface Refusal {
  refused: RefusalReason;
}

export function refuse(refused: RefusalReason): Refusal {
  return { refused };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
