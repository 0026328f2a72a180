import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editSources } from '../../src/import/site-sources.ts';

const entry = { file: 'facilities/new.csv', title: 'new', kind: 'official', asOf: '2027-01-01' } as const;
const written = `  - file: facilities/new.csv
    title: new
    asOf: '2027-01-01'
    kind: official
`;
const others = ['facilities/a.csv'];

describe('sources of site.yaml', () => {
  it.each([
    ['one line', 'name: x', `name: x\nsources:\n${written}  - file: facilities/a.csv\n`],
    [
      'notes at the end',
      '# 1\nname: x   # 2\n\n# 3\n',
      `# 1\nname: x   # 2\nsources:\n${written}  - file: facilities/a.csv\n\n# 3\n`,
    ],
    [
      'a list, more behind it',
      'sources:\n  - file: b.csv # 1\n    kind: official\n  - file: c.csv\n# 2\nmap:   {}\n',
      `sources:\n  - file: b.csv # 1\n    kind: official\n${written}  - file: c.csv\n# 2\nmap:   {}\n`,
    ],
    [
      'an empty list',
      'name: x\nsources: []\nlicence:   CC0\n',
      `name: x\nsources:\n${written}licence:   CC0\n`,
    ],
  ])('%s: all that is not the list stays as it is', (_, before, after) => {
    expect(editSources(before, [entry], others)).toBe(after);
  });

  it('an entry that is there keeps its words; a 時点 that is not known does not stay', () => {
    const before =
      "sources:\n  - file: ./facilities/new.csv\n    title: '国の一覧' # 題\n    asOf: 2026-01-01\n    listing: professional\n";
    const after = parse(editSources(before, [{ ...entry, asOf: null, only: ['152064'] }], []));
    expect(after.sources).toEqual([
      { file: './facilities/new.csv', title: '国の一覧', listing: 'professional', only: ['152064'] },
    ]);
    expect(editSources(before, [entry], [])).toContain("title: '国の一覧' # 題");
  });

  it('a list in brackets is understood', () => {
    const after = editSources('sources: [{ file: a.csv, kind: official }]\n', [entry], []);
    expect(parse(after).sources.map(({ file }: { file: string }) => file)).toEqual(['a.csv', entry.file]);
  });
});
