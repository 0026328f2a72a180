import { writeSheet } from '../files/write-sheet.ts';
import { catalogue } from '../issues/catalogue.ts';
import { mistakeManual } from '../report/mistakes/html.ts';
import { findMistakes, formatMistakeList, mistakeNotFound } from '../report/mistakes/text.ts';
import { mistakeText as text } from '../text/mistakes/page.ts';
import { parseWords, requireFolderOf } from './flags.ts';

/**
 * `explain <code or word…>`: how to mend what `check` tells; without a word every code; `--html`: all pages as one file.
 * Exit 2 when a word is found nowhere.
 */
export async function explainCommand(args: string[]): Promise<number> {
  const parsed = parseWords(args, { html: { type: 'string' } }, ['知らせのことば…'], 0);
  if (!parsed || !requireFolderOf('html', parsed.flags.html)) return 2;
  const { flags, words } = parsed;
  if (flags.html !== undefined) {
    const backup = writeSheet(flags.html, mistakeManual());
    const sentence = text.written(flags.html, Object.keys(catalogue).length);
    process.stderr.write(`${sentence}${backup ? text.backup(backup) : ''}\n`);
  } else if (words.length === 0) process.stdout.write(formatMistakeList());
  const pages = words.map(word => ({ word, page: findMistakes(word) }));
  process.stdout.write(pages.flatMap(({ page }) => page ?? []).join(`\n${'─'.repeat(40)}\n\n`));
  const unknown = pages.filter(({ page }) => page === null);
  for (const { word } of unknown) process.stderr.write(`${mistakeNotFound(word)}\n`);
  return unknown.length > 0 ? 2 : 0;
}
