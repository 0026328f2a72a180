import { placeOf, type Table } from '../ingest/table.ts';
import { type Issue, issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { foldHeader } from '../normalize/keys.ts';
import type { Column } from './column.ts';
import { type FieldKey, fieldHeaders } from './fields.ts';

interface Required {
  header: string;
  /** One of these columns suffices. */
  fields: readonly FieldKey[];
  /** What a header of the kind usually has in it, for words too short to compare. */
  sign: RegExp;
}

const name: Required = { header: '名称', fields: ['name'], sign: /名/ };
const type: Required = {
  header: '種別',
  fields: ['type', 'kaigoService', 'hospitalKind'],
  sign: /種|類|区分|サービス|業態/,
};

/**
 * Without a column for the name, or in our own template for the type, no row can be used: that is one mistake of the
 * header, not one of every row. Null when nothing is missing. `needsType`: official layouts know the type otherwise.
 */
export function missingHeaders(
  table: Table,
  row: number,
  columns: readonly Column[],
  needsType: boolean,
): Issue | null {
  const has = ({ fields }: Required): boolean =>
    columns.some(({ meaning }) => meaning.kind === 'field' && fields.includes(meaning.field));
  const missing = (needsType ? [name, type] : [name]).filter(required => !has(required));
  if (missing.length === 0) return null;
  const unknown = columns.filter(column => column.meaning.kind === 'unknown' && column.header !== '');
  const meant = missing.flatMap(({ header, fields, sign }) => {
    const words = new Set(fields.flatMap(field => [...fieldHeaders[field]]));
    const close =
      unknown.find(column => nearest(column.header, words) !== null) ??
      unknown.find(column => sign.test(foldHeader(column.header))) ??
      (unknown.length === 1 ? unknown[0] : undefined);
    return close ? [`${close.header}\t${header}`] : [];
  });
  const detail = meant.length > 0 ? { meant: meant.join('\n') } : undefined;
  return issue(
    'header-required-missing',
    placeOf(table, row),
    missing.map(one => one.header).join('、'),
    detail,
  );
}

/** Why no header may have been found, by the look of the table's first cells. */
export function causeOfNoHeader(text: string): { cause: 'garbled' | 'separator' } | null {
  if (isGarbled(text)) return { cause: 'garbled' };
  return /^[^,\t]*[，、；|｜][^,\t]*[，、；|｜]/.test(text) ? { cause: 'separator' } : null;
}

/** UTF-8 read as Shift_JIS (縺ゅ＞, 蜷咲ｧｰ) or as Latin (ã‚ã, å称), and Shift_JIS read as Latin (–¼Ì). */
function isGarbled(text: string): boolean {
  const signs = text.match(
    /[縺繧繝蜷蜿螟荳譁髮遞菴隘逡邱驛陷莠莉譛蟶]|[ｦ-ﾟ](?=[\p{Script=Han}])|[\u0080-\u00bf\u201a-\u2122](?=[\u0080-\u00ff])|�/gu,
  );
  return (signs?.length ?? 0) >= 3;
}
