/** Which table reads a string of a PDF: that of the font it is shown in (ISO 32000-1, 9.6 and 7.5.7 object streams). */
import type { PdfStream, PdfString } from './leak-guard-pdf.ts';
import { type CodeTable, readTable, spell } from './leak-guard-pdf-tables.ts';

/** Tables by the name of a font. One name can be another font on another page. */
export type PdfFonts = ReadonlyMap<string, readonly (CodeTable | null)[]>;

/** As many fonts of one name as are told apart. */
const mostOfOneName = 8;

export function fontsOf(source: string, streams: readonly PdfStream[]): PdfFonts {
  const objects = objectsOf(source, streams);
  const byNumber = new Map(streams.map(stream => [stream.number, stream.text]));
  const tables = new Map<string, CodeTable | null>();
  const tableOf = (font: string): CodeTable | null => {
    const known = tables.get(font);
    if (known !== undefined) return known;
    const to = /\/ToUnicode\s+(\d+)\s/.exec(objects.get(Number(font)) ?? '')?.[1];
    const text = to === undefined ? undefined : byNumber.get(Number(to));
    const table = text === undefined ? null : readTable(text);
    tables.set(font, table);
    return table;
  };
  const fonts = new Map<string, (CodeTable | null)[]>();
  for (const [name, numbers] of namesIn(objects))
    fonts.set(name, [...numbers].slice(0, mostOfOneName).map(tableOf));
  return fonts;
}

/** What is said of each object, also of those that lie packed within a stream. */
function objectsOf(source: string, streams: readonly PdfStream[]): Map<number, string> {
  const objects = new Map<number, string>();
  for (const { 0: mark, 1: number, index } of source.matchAll(/\b(\d+)\s+\d+\s+obj\b/g)) {
    const rest = source.slice(index + mark.length);
    objects.set(Number(number), rest.slice(0, Math.max(0, rest.search(/\bstream\b|\bendobj\b/))));
  }
  for (const { head, text } of streams) {
    if (!/\/ObjStm\b/.test(head)) continue;
    const first = Number(/\/First\s+(\d+)/.exec(head)?.[1] ?? 0);
    const places = [...text.slice(0, first).matchAll(/(\d+)\s+(\d+)/g)];
    places.forEach(([, number, at], index) => {
      const end = places[index + 1]?.[2];
      const until = end === undefined ? text.length : first + Number(end);
      objects.set(Number(number), text.slice(first + Number(at), until));
    });
  }
  return objects;
}

/** Names of fonts, and the numbers of the objects that they stand for. */
function namesIn(objects: ReadonlyMap<number, string>): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const text of objects.values())
    for (const [, inside, elsewhere] of text.matchAll(/\/Font\s*(?:<<([^>]*)>>|(\d+)\s+\d+\s+R)/g)) {
      const entries = inside ?? objects.get(Number(elsewhere)) ?? '';
      for (const [, name = '', number = ''] of entries.matchAll(/\/([^\s/<>[\]()]+)\s+(\d+)\s+\d+\s+R/g))
        names.set(name, (names.get(name) ?? new Set()).add(number));
    }
  return names;
}

const byByte = new TextDecoder('latin1');

/**
 * The strings as they are shown, each by the table of its font; as many readings as one name has fonts. Some tools name
 * a radical where the character was meant (U+2F1D for 口), so compatible characters become one.
 */
export function readByFonts(strings: readonly PdfString[], fonts: PdfFonts): string[] {
  const shown = strings.filter(({ font, isAside }) => font !== '' && !isAside);
  const most = Math.max(0, ...shown.map(({ font }) => fonts.get(font)?.length ?? 0));
  return Array.from({ length: most }, (_, reading) =>
    shown
      .map(({ bytes, font }) => {
        const tables = fonts.get(font) ?? [];
        const table = tables[Math.min(reading, tables.length - 1)];
        return table ? spell(bytes, table) : byByte.decode(bytes);
      })
      .join('')
      .normalize('NFKC'),
  );
}
