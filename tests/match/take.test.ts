import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSame } from '../../src/dataset/region-lists.ts';
import { type Taken, takeVerdicts } from '../../src/match/take.ts';
import { matchText } from '../../src/text/match.ts';
import { recordOf } from './records.ts';

const records = ['a', 'b', 'c', 'd', 'e'].map(id => recordOf({ id, layer: 'l1', aliases: [`old-${id}`] }));
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const sheet = (...lines: string[]) =>
  file('same-案.csv', `判定,記録A,記録B,理由,メモ\n${lines.join('\n')}\n`);

function take(same: string | null, filled: ReturnType<typeof file>): Taken & { told: string[] } {
  const { value, issues } = takeVerdicts(same === null ? null : file('same.csv', same), filled, records);
  if (!value) throw new Error(issues.map(found => found.code).join());
  return { ...value, told: value.refused.map(matchText.refused) };
}

describe('taking a filled-in sheet into same.csv', () => {
  it('makes same.csv of the decided lines; the undecided are left', () => {
    const taken = take(null, sheet('同じ,a,b,電話,4月に確認', ',a,c,,', '別,c,d,,'));
    expect(taken).toMatchObject({ same: 1, different: 1, open: 1, known: 0, refused: [] });
    expect(taken.text).toBe('\uFEFF判定,記録A,記録B,理由,メモ\r\n同じ,a,b,電話,4月に確認\r\n別,c,d,,\r\n');
  });

  it('keeps what same.csv holds: titles, notes, columns of its own, empty rows, cells beyond the header', () => {
    const same = '同じ事業所の表\n記録A,記録B,判定,担当\na,b,同じ,山田,はみ出し\n\nb,c,別,,\n';
    expect(take(same, sheet('別,c,d,,電話で')).text).toBe(
      '\uFEFF同じ事業所の表\r\n記録A,記録B,判定,担当,,理由,メモ\r\na,b,同じ,山田,はみ出し,,\r\n,,,,,,\r\nb,c,別,,,,\r\nc,d,別,,,,電話で\r\n',
    );
  });

  it('gives the verdict to an undecided line of the pair, in either order and by any id; its note stays', () => {
    const taken = take('判定,記録A,記録B,メモ\n,old-b,a,保留中\n', sheet('同じ,a,b,,新しい'));
    expect(taken.text).toBe('\uFEFF判定,記録A,記録B,メモ,理由\r\n同じ,old-b,a,保留中,\r\n');
  });

  it('writes nothing when all is known', () => {
    const same = '判定,記録A,記録B\n同じ,a,b\n同じ,b,c\n別,d,a\n';
    expect(take(same, sheet('同じ,c,a,,', '別,a,d,,'))).toMatchObject({ text: null, known: 2, refused: [] });
  });

  it('a line that says the opposite is told with both places and not taken', () => {
    const taken = take('判定,記録A,記録B\n別,a,b\n', sheet('同じ,b,a,,', '同じ,c,d,,'));
    expect(taken.text).toBe('\uFEFF判定,記録A,記録B,理由,メモ\r\n別,a,b,,\r\n同じ,c,d,,\r\n');
    expect(taken.told).toMatchInlineSnapshot(`
      [
        "same-案.csv 2行目：「b」と「a」の「同じ」は加えていません。ほかの行によると「別」です（same.csv 2行目 「a」と「b」）。正しいほうを残して、どちらかの行を直してください。
      ",
      ]
    `);
  });

  it('also when it follows from a chain of lines, in same.csv or in the sheet itself', () => {
    const same = '判定,記録A,記録B\n同じ,a,b\n';
    expect(take(same, sheet('同じ,b,c,,', '別,a,c,,')).told).toMatchInlineSnapshot(`
      [
        "same-案.csv 3行目：「a」と「c」の「別」は加えていません。ほかの行によると「同じ」です（same.csv 2行目 「a」と「b」、same-案.csv 2行目 「b」と「c」）。正しいほうを残して、どちらかの行を直してください。
      ",
      ]
    `);
    expect(take(same, sheet('別,a,c,,', '同じ,b,c,,')).told).toMatchInlineSnapshot(`
      [
        "same-案.csv 3行目：「b」と「c」の「同じ」は加えていません。ほかの行によると「別」です（same-案.csv 2行目 「a」と「c」）。正しいほうを残して、どちらかの行を直してください。
      ",
      ]
    `);
  });

  it('a record that is not there is told and not taken', () => {
    expect(take(null, sheet('同じ,a,zz,,')).told).toMatchInlineSnapshot(`
      [
        "same-案.csv 2行目：「a」と「zz」の「同じ」は加えていません。「zz」という記録がありません。表を作り直すか（match --out）、番号を確かめてください。
      ",
      ]
    `);
  });

  it('finds a record whose number lost its zeros in Excel, and writes the number whole', () => {
    const official = ['0910802180', '4011400002760'].map(id => recordOf({ id, layer: 'l1' }));
    const { value } = takeVerdicts(null, sheet('同じ,910802180,4011400002760,,'), official);
    expect(value?.text).toBe('\uFEFF判定,記録A,記録B,理由,メモ\r\n同じ,0910802180,4011400002760,,\r\n');
    const shortened = takeVerdicts(null, sheet('同じ,0910802180,4.0114E+12,,'), official).value;
    expect(shortened?.text).toBeNull();
    expect(shortened?.refused.map(matchText.refused)).toEqual([
      expect.stringContaining('Excel が番号を短くしてしまい'),
    ]);
  });

  it('without the columns, or with a same.csv that contradicts itself, nothing is taken', () => {
    const none = takeVerdicts(null, file('x.csv', '判定,A,B\n同じ,a,b\n'), records);
    expect([none.value, none.issues.map(found => found.code)]).toEqual([null, ['list-header-missing']]);
    const split = '判定,記録A,記録B\n同じ,a,b\n別,b,a\n';
    const contradicting = takeVerdicts(file('same.csv', split), sheet('同じ,c,d,,'), records);
    expect(contradicting.issues.map(found => found.code)).toEqual(['same-verdict-contradiction']);
    expect(contradicting.value).toBeNull();
    const odd = takeVerdicts(file('same.csv', 'めも\n'), sheet('同じ,a,b,,'), records);
    expect([odd.value, odd.issues[0]?.at.file]).toEqual([null, 'same.csv']);
  });

  const line = fc.record({
    verdict: fc.constantFrom('同じ', '別', '○', ''),
    a: fc.constantFrom('a', 'b', 'c', 'old-d'),
    b: fc.constantFrom('b', 'c', 'd', 'old-e'),
    note: fc.constantFrom('', 'メモ', '=1+1', 'あ,い', '改\n行', "'-1"),
  });
  const lines = fc.array(line, { maxLength: 8 });
  const csvOf = (all: { verdict: string; a: string; b: string; note: string }[]) =>
    all.map(({ verdict, a, b, note }) => `${verdict},${a},${b},,"${note}"`);

  it('never loses a decision or a note, and taking twice adds nothing', () => {
    fc.assert(
      fc.property(lines, lines, (old, filled) => {
        const same = ['判定,記録A,記録B,理由,メモ', ...csvOf(old)].join('\n');
        const taken = takeVerdicts(file('same.csv', same), sheet(...csvOf(filled)), records).value;
        fc.pre(taken !== null && taken.text !== null);
        const text = taken?.text ?? '';
        const before = readSame('same.csv', new TextEncoder().encode(same)).value;
        const after = readSame('same.csv', new TextEncoder().encode(text)).value;
        for (const [index, { a, b, verdict }] of before.entries()) {
          expect(after[index]).toMatchObject({ a, b, ...(verdict !== 'open' && { verdict }) });
        }
        for (const { note } of old) if (note !== '') expect(text).toContain(note.replaceAll('"', '""'));
        expect(take(text, sheet(...csvOf(filled))).text).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});
