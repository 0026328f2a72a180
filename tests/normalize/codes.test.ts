import { expect, test } from 'vitest';
import {
  checkDigitOfMunicipality,
  joinMunicipalityCode,
  prefectureCode,
  prefectures,
} from '../../src/normalize/codes.ts';

test('prefectures by code and by name', () => {
  expect(prefectures.size).toBe(47);
  expect(prefectures.get('40')).toBe('福岡県');
  expect(prefectureCode('沖縄県')).toBe('47');
  expect(prefectureCode('福岡')).toBeNull();
});

test('the check digit of a municipality', () => {
  expect(['01102', '40205', '09208', '13101', '40000'].map(checkDigitOfMunicipality)).toEqual([
    '9',
    '2',
    '8',
    '6',
    '9',
  ]);
});

test('two and three digits make a whole code', () => {
  expect(joinMunicipalityCode('40', '205')).toBe('402052');
  expect(joinMunicipalityCode('1', '102')).toBe('011029');
  expect(joinMunicipalityCode('99', '205')).toBeNull();
  expect(joinMunicipalityCode('40', '')).toBe('400009');
});
