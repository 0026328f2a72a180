import type { HeaderContext, Meaning } from './column.ts';
import type { Profile, ValueContext } from './propose-values.ts';
import type { RegionColumn } from './region-columns.ts';

/** How sure a proposal is, in the officer's words. */
export type Confidence = '高い' | 'たぶん' | 'わからない';

/** What is known of a column before anybody guesses. */
export interface SeenColumn {
  index: number;
  header: string;
  profile: Profile;
  /** What its header means by itself. */
  usual: Meaning;
}

/** A guess at one column. */
export interface Guess {
  rule: RegionColumn;
  confidence: Confidence;
  reasons: string[];
  /** The field it fills, where a second column of the same must give way. */
  field?: string;
  /** Stronger guesses win a field. */
  score: number;
  /** The entry of `columns.yaml` that says it for several columns at once. */
  key?: string;
  /** It must be said, sure or not: without it a pattern would take the column. */
  isNeeded?: true;
}

export interface ProposeContext extends HeaderContext, ValueContext {}

/** `値の95%が電話番号の形` */
export function shareText(share: number, what: string): string {
  return `値の${Math.round(share * 100)}%が${what}`;
}
