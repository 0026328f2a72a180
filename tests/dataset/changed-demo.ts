import type { RegionFolder } from '../../src/dataset/load.ts';
import { regionFolder } from '../../src/files/region-folder.ts';
import { readTables } from '../../src/ingest/read.ts';

const survey = 'facilities/02-地域調査.csv';

/** Every professional column of the demo's survey → what a changed cell holds. The number tells the cells apart. */
const sealed: Record<string, (number: number) => string> = {
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

/** The survey in UTF-8, each cell of a professional column filled with a value of its own. */
export function changeSealedCells(bytes: Uint8Array): { text: string; changed: number; values: string[] } {
  const table = readTables('survey.csv', bytes, () => {})[0];
  if (!table) throw new Error('The survey of the demo region cannot be read');
  const [header, ...rows] = [...table.rows].map(row => row.cells);
  const values: string[] = [];
  const cells = rows.map((row, index) =>
    (header ?? []).map((name, column) => {
      const make = sealed[name];
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
      return bytes && path === survey ? new TextEncoder().encode(changeSealedCells(bytes).text) : bytes;
    },
  };
}
