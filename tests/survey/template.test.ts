import { read, utils, write } from '@e965/xlsx';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { templateSheets, wholeTemplate } from '../../src/survey/template.ts';
import { templateWorkbook } from '../../src/survey/workbook.ts';
import { isAskedOf } from '../../src/vocabulary/asked.ts';
import { regionOf, vocabulary } from '../dataset/region.ts';

const sheets = templateSheets(vocabulary);
const workbook = await templateWorkbook(sheets);
const parts = unzipSync(workbook);
const partText = (name: string) => new TextDecoder().decode(parts[name]);

describe('the template', () => {
  it('has every type in one sheet, and every question of a survey where it is asked', () => {
    const types = sheets.flatMap(sheet => sheet.types.map(({ id }) => id));
    expect(types.toSorted()).toEqual([...vocabulary.types.keys()].sort());
    const headers = new Set(wholeTemplate(vocabulary).map(({ header }) => header));
    const missing = [...vocabulary.capabilities.values()].filter(
      capability =>
        [...vocabulary.types.values()].some(type => isAskedOf(capability, type)) &&
        !headers.has(capability.label),
    );
    expect(missing).toEqual([]);
  });

  it('has no column that is not understood, and none that means the same as another', () => {
    const headers = wholeTemplate(vocabulary).map(({ header }) => header);
    const row = headers.map(header => (header === '名称' ? 'みほん医院' : header === '種別' ? '診療所' : ''));
    const { codes } = regionOf({ 'facilities/a.csv': `${headers.join(',')}\n${row.join(',')}\n` });
    expect(codes.filter(code => /^header/.test(code))).toEqual([]);
  });

  it('as it is made holds no office, and its guide and lists are no mistakes', () => {
    const region = regionOf({ 'facilities/一覧.xlsx': workbook });
    expect(region.dataset.facilities).toEqual([]);
    expect(region.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(region.codes).not.toContain('row-not-a-record');
    expect(region.account.read).toBe(region.account.skipped);
  });
});

describe('the workbook', () => {
  it('filled in by an officer in any sheet is read, zeros and all', () => {
    const book = read(workbook, { type: 'array' });
    const add = (sheet: string, cells: Record<string, string>) => {
      const rows = utils.sheet_to_json<string[]>(book.Sheets[sheet]!, { header: 1, defval: '' });
      const line = rows[0]!.map(header => cells[header] ?? '');
      utils.sheet_add_aoa(book.Sheets[sheet]!, [line], { origin: -1 });
    };
    const office = { 住所: '新発田市西町0-1', 掲載同意: 'あり' };
    add('薬局', { ...office, 名称: 'みほん薬局', 種別: '薬局', 医療機関コード: '0140600010' });
    add('施設・住まい', { ...office, 名称: 'みほん苑', 種別: '介護医療院', 胃ろうの管理: '△' });
    const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    const region = regionOf({ 'facilities/一覧.xlsx': bytes });
    expect(region.facilities.map(({ name }) => name).sort()).toEqual(['みほん苑', 'みほん薬局'].sort());
    expect(region.named('みほん薬局')?.services[0]?.numbers[0]?.value).toBe('0140600010');
    expect(region.named('みほん苑')?.services[0]?.capabilities[0]?.value).toBe('conditional');
  });

  it('has drop-downs that reach their words, protected headers, and cells that keep what is typed as text', () => {
    const names = [...partText('xl/workbook.xml').matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['書き方', ...sheets.map(({ name }) => name), '選択肢']);
    const book = read(workbook, { type: 'array' });
    for (const [index, sheet] of sheets.entries()) {
      const xml = partText(`xl/worksheets/sheet${index + 2}.xml`);
      expect(xml).toContain('<sheetProtection sheet="1"');
      const lists = [
        ...xml.matchAll(
          /type="list"[^>]*sqref="([A-Z]+)2:[^"]*"[^>]*>\s*<formula1>'選択肢'!\$([A-Z]+)\$2:\$\2\$(\d+)</g,
        ),
      ];
      expect(lists.length).toBe(sheet.columns.filter(({ choices }) => choices).length);
      for (const [, column = '', place, last] of lists) {
        const { choices } = sheet.columns[utils.decode_col(column)]!;
        const words = utils.sheet_to_json<string[]>(book.Sheets.選択肢!, {
          header: 1,
          range: `${place}2:${place}${last}`,
        });
        expect(words.flat()).toEqual(choices);
      }
      const style = Number(/<col style="(\d+)"/.exec(xml)?.[1]);
      const xf = [
        ...partText('xl/styles.xml')
          .split('<cellXfs')[1]!
          .matchAll(/<xf [^>]*\/>|<xf .*?<\/xf>/g),
      ][style]?.[0];
      expect(xf).toContain('locked="0"');
    }
  });

  it('warns of a word that is on no list, and never of an answer with its explanation', () => {
    for (const [index, sheet] of sheets.entries()) {
      const xml = partText(`xl/worksheets/sheet${index + 2}.xml`);
      const lists = [...xml.matchAll(/<dataValidation type="list" [^>]*>/g)].map(([tag]) => tag);
      const warned = lists.map(tag => {
        const column = sheet.columns[utils.decode_col(/sqref="([A-Z]+)2:/.exec(tag)![1]!)]!;
        return [column.header, tag.includes('showErrorMessage="1"')] as const;
      });
      const closed = warned.filter(([, isWarned]) => isWarned).map(([header]) => header);
      expect(closed).toEqual(['種別', '状況', '掲載区分', '掲載同意']);
      expect(warned.length).toBeGreaterThan(closed.length);
    }
  });

  it('is the same bytes each time', async () => {
    expect(Buffer.compare(await templateWorkbook(sheets), workbook)).toBe(0);
  });
});
