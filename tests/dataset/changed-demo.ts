import type { RegionFolder } from '../../src/dataset/load.ts';
import { regionFolder } from '../../src/files/region-folder.ts';
import { readTables } from '../../src/ingest/read.ts';

type Cells = Record<string, (number: number) => string>;

/** Every professional column of the demo's survey → what a changed cell holds. The number tells the cells apart. */
const ofSurvey: Cells = {
  FAX番号: number => `0254-99-${9000 + number}`,
  メール: number => `kanariya${number}@sealed.example.jp`,
  ケアマネタイム: number => `KANARIYA-${number}カナリヤ時間`,
  連絡のルール: number => `KANARIYA-${number}<カナリヤ>&規則`,
  担当者: number => `KANARIYA-${number}カナリヤ担当`,
  夜間連絡先: number => `070-9999-${9000 + number}`,
  主治医意見書の窓口: number => `KANARIYA-${number}カナリヤ窓口`,
  専門職向け備考: number => `KANARIYA-${number}カナリヤ備考`,
  空き: number => `KANARIYA-${number}カナリヤ空床`,
};

const canary = (word: string) => (number: number) => `KANARIYA-${number}カナリヤ${word}`;
const ofContacts: Cells = {
  ...Object.fromEntries(
    [
      '目的',
      '部署',
      '方法',
      '曜日・時間',
      '送るもの',
      '様式',
      '地域のルール',
      '担当者',
      '改訂の内容',
      '備考',
    ].map(header => [header, canary(header)]),
  ),
  番号: number => `0254-98-${9000 + number}`,
  改訂日: number => `19${10 + (number % 80)}-01-01`,
};
const ofVacancy: Cells = { 曜日: canary('曜日'), 空き数: canary('空き'), 備考: canary('備考') };

/** The files of the demo region that hold professional values. */
const sealed: Readonly<Record<string, Cells>> = {
  'facilities/02-地域調査.csv': ofSurvey,
  'contacts.csv': ofContacts,
  'vacancy.csv': ofVacancy,
};
export const filesWithSealedCells = Object.keys(sealed);

/** One of `filesWithSealedCells` in UTF-8, each cell of a professional column filled with a value of its own. */
export function changeSealedCells(
  file: string,
  bytes: Uint8Array,
): { text: string; changed: number; values: string[] } {
  const table = readTables(file, bytes, () => {})[0];
  if (!table) throw new Error(`${file} of the demo region cannot be read`);
  const [header, ...rows] = [...table.rows].map(row => row.cells);
  const values: string[] = [];
  const cells = rows.map((row, index) =>
    (header ?? []).map((name, column) => {
      const make = sealed[file]?.[name];
      if (!make || row.every(cell => cell === '')) return row[column] ?? '';
      const value = make(index);
      values.push(value);
      return value;
    }),
  );
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const text = [header ?? [], ...cells].map(line => line.map(cell).join(',')).join('\r\n');
  return { text: `${text}\r\n`, changed: values.length, values };
}

/** The demo region's folder with every professional value replaced. */
export function changedDemo(data: string): RegionFolder {
  const folder = regionFolder(data);
  return {
    list: name => folder.list(name),
    read: path => {
      const bytes = folder.read(path);
      if (!bytes || !filesWithSealedCells.includes(path)) return bytes;
      return new TextEncoder().encode(changeSealedCells(path, bytes).text);
    },
  };
}
