import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatStaff, readStaff } from '../../src/normalize/staff.ts';
import { regionOf } from '../dataset/region.ts';

describe('職員', () => {
  it.each([
    ['看護師 5.5;理学療法士 2', '看護師 5.5;理学療法士 2', 0],
    ['看護師：５．５人、理学療法士２名', '看護師 5.5;理学療法士 2', 0],
    ['介護職員（夜間、常勤） 3、看護師 0', '介護職員（夜間、常勤） 3;看護師 0', 0],
    ['山田 花子、看護師 1', '看護師 1', 1],
    ['看護師\n5', '', 2],
    ['12', '', 1],
    ['看護師 15700000000', '', 1],
  ])('「%s」 is 「%s」', (typed, written, unread) => {
    const { value, findings } = readStaff(typed);
    expect(formatStaff(value ?? [])).toBe(written);
    expect(findings.map(({ detail }) => Number(detail?.count))).toEqual(unread === 0 ? [] : [unread]);
  });

  test('what is written is read back', () => {
    const role = fc.constantFrom('看護師', 'PT／OT', '介護職員（夜間 2人）', 'Ⅱ種', '看護師 常勤換算');
    const count = fc.integer({ min: 0, max: 99_999 }).map(tenth => tenth / 10);
    const staff = fc.array(fc.record({ role, count }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(staff, given => {
        expect(readStaff(formatStaff(given)).value).toEqual(given);
      }),
    );
  });

  test('stands in the public record, and a name without a number does not', () => {
    const { facilities, published } = regionOf({
      'facilities/a.csv':
        'ID,名称,種別,住所,職員\na,ステーションあお,訪問看護,みほ野市本町1,看護師 5.5;秘密花子\n',
    });
    expect(facilities[0]?.services[0]?.staff).toEqual([{ role: '看護師', count: 5.5 }]);
    expect(published).not.toContain('秘密花子');
  });
});
