import { join } from 'node:path';
import { loadRegion, type Region } from '../../src/dataset/load.ts';
import { shippedVocabulary } from '../../src/files/load-region.ts';
import { catalogue, type IssueCode } from '../../src/issues/catalogue.ts';
import { formatIssue, type Issue } from '../../src/issues/issue.ts';
import type { MistakeExample, RowFate } from '../../src/issues/mistakes/example.ts';
import { type BadInput, badInputs } from './fixtures.ts';
import { pieceOf } from './piece.ts';

export const examplesFile = join(import.meta.dirname, '../../src/issues/mistakes/examples.json');

/** One example to a line, so that a changed sentence is one changed line. */
export function examplesText(examples: readonly MistakeExample[]): string {
  return `[\n${examples.map(each => JSON.stringify(each)).join(',\n')}\n]\n`;
}

/** Any day after those in the fixtures, but one. */
export const today = '2030-01-01';

/** For each code the first fixture that shows it: what `check` says of it today, and where. In the catalogue's order. */
export function mistakeExamples(): MistakeExample[] {
  const vocabulary = shippedVocabulary();
  const first = new Map(badInputs.toReversed().map(input => [input.code, input]));
  return (Object.keys(catalogue) as IssueCode[]).flatMap(code => {
    const input = first.get(code);
    if (!input) return [];
    const { value: region, issues } = loadRegion(input.folder, vocabulary, today);
    const found = issues.find(each => each.code === code);
    return found ? [exampleOf(found, input, region)] : [];
  });
}

function exampleOf(found: Issue, input: BadInput, region: Region | null): MistakeExample {
  const row = region && rowFate(found, region);
  return {
    code: found.code,
    severity: found.severity,
    file: found.at.file,
    sentence: formatIssue(found),
    piece: pieceOf(found, input),
    fate: row
      ? { of: 'row', row }
      : { of: 'site', site: region && region.blocked.length === 0 ? 'built' : 'stopped' },
  };
}

/** Null when no row of a table of facilities is meant, or the account counts none there. */
function rowFate({ at }: Issue, region: Region): RowFate | null {
  const table = region.dataset.account.files.find(
    ({ file, sheet }) => file === at.file && sheet === at.sheet,
  );
  if (!table || table.read === 0 || at.row === undefined) return null;
  const isHere = (place: Issue['at']) =>
    place.file === at.file && place.sheet === at.sheet && place.row === at.row;
  if (region.rejected.some(row => isHere(row.at))) return 'rejected';
  const record = region.records.find(({ rows }) => rows.some(row => isHere(row.at)));
  if (record) {
    const isShown = region.publicDataset.facilities.some(({ id }) => id === record.id);
    return isShown ? 'published' : 'heldBack';
  }
  const told = region.issues.filter(each => isHere(each.at)).map(({ code }) => code);
  if (told.includes('record-held-back')) return 'heldBack';
  if (told.includes('row-outside')) return 'outside';
  return told.includes('row-not-a-record') ? 'skipped' : null;
}
