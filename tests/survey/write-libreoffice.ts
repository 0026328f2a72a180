import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedVocabulary } from '../../src/files/load-region.ts';
import { templateSheets } from '../../src/survey/template.ts';
import { templateWorkbook } from '../../src/survey/workbook.ts';
import { filledSheets, savedByLibreOffice } from './libreoffice.ts';

// `node tests/survey/write-libreoffice.ts`: a filled sheet of the template as LibreOffice saves it, for machines without.
const folder = join(import.meta.dirname, '../fixtures/libreoffice');
const whole = filledSheets(templateSheets(shippedVocabulary())).find(({ name }) => name === '薬局');
if (!whole) throw new Error('The template has no sheet 薬局');
// Every field and the first questions: the others are alike, and the file stays small.
const sheet = { ...whole, columns: whole.columns.slice(0, 60), example: whole.example.slice(0, 60) };
const workbook = await templateWorkbook([sheet]);
mkdirSync(folder, { recursive: true });
const write = (name: string, bytes: Uint8Array | undefined) => {
  if (!bytes) throw new Error(`LibreOffice wrote no ${name}`);
  writeFileSync(join(folder, name), bytes);
};
write('薬局.xlsx', savedByLibreOffice(workbook, 'xlsx').get('list.xlsx'));
write('薬局.csv', savedByLibreOffice(workbook, 'csv').get('list-薬局.csv'));
const typed = [sheet.columns.map(({ header }) => header), sheet.example];
writeFileSync(join(folder, 'typed.json'), `${JSON.stringify(typed)}\n`);
