import { expect, test } from 'vitest';
import { readFax, readPhone, telHref } from '../../src/normalize/phone.ts';

test('the parts of a number stand apart', () => {
  expect(readPhone('（０２８５）００－００００（代表）内線12 / 夜間 080-0000-0000').value).toEqual([
    { text: '0285-00-0000', digits: '0285000000', extension: '12', label: '代表' },
    { text: '080-0000-0000', digits: '08000000000', extension: null, label: '夜間' },
  ]);
});

test('a link dials the digits only', () => {
  expect(telHref({ digits: '0285000000' })).toBe('tel:0285000000');
});

test('a FAX is the first number of its cell', () => {
  expect(readFax('0285-00-0000（代表）').value).toBe('0285-00-0000');
  expect(readFax('電話と同じ')).toEqual({ value: null, findings: [{ code: 'phone-not-a-number' }] });
});
