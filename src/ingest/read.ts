import { issue } from '../issues/issue.ts';
import { type ByteSource, bytesSource, firstBytes } from './bytes.ts';
import { decodeText, encodingIssues, textBlocks } from './decode.ts';
import { delimitedRows } from './delimited.ts';
import { findShape } from './delimiter.ts';
import { type Encoding, findEncoding } from './encoding.ts';
import { findKind, findOleContent } from './kind.ts';
import { defaultLimits } from './limits.ts';
import type { Table } from './table.ts';
import { makeTable, type Report } from './table-rows.ts';
import { isWorkbook, workbookTables } from './xlsx.ts';
import { yamlTable } from './yaml.ts';
import { checkDeclaredSize, openMember, readDirectory, type ZipMember } from './zip.ts';

export type { Report } from './table-rows.ts';

/**
 * Reads any file of the region's folder into tables: CSV, TSV, XLSX, a zip of CSV, YAML. What a file is, its
 * contents decide before its name does. Never throws on data and never says nothing: a file that gives no table has
 * an issue, and so has every repair. Problems of the file are reported before the function returns, problems
 * of a row when the row is first iterated; iterating again reports nothing twice.
 */
export function readTables(file: string, bytes: Uint8Array, report: Report): Table[] {
  const found = findKind(bytes);
  if (found.kind === 'text') return readText(file, bytes, report);
  if (found.kind === 'zip') return readArchive(file, bytes, report);
  if (found.kind === 'empty') report(issue('file-empty', { file }));
  else if (found.kind === 'other' && found.format !== 'xls')
    report(issue('not-a-table', { file }, '', { format: found.format }));
  else report(oleIssue(file, bytes, found.kind));
  return [];
}

function oleIssue(file: string, bytes: Uint8Array, kind: 'ole' | 'other') {
  const content = kind === 'ole' ? findOleContent(bytes) : 'xls';
  if (content === 'encrypted') return issue('file-encrypted', { file });
  if (content === 'xls') return issue('xls-old', { file });
  return issue('not-a-table', { file }, '', { format: '表ではない文書' });
}

function readText(file: string, bytes: Uint8Array, report: Report): Table[] {
  if (/\.ya?ml$/i.test(file)) return readYaml(file, bytes, report);
  if (/\.(geo)?json$/i.test(file)) {
    report(issue('not-a-table', { file }, '', { format: 'JSON' }));
    return [];
  }
  return readDelimited(file, bytesSource(bytes), report);
}

function readYaml(file: string, bytes: Uint8Array, report: Report): Table[] {
  if (bytes.length > defaultLimits.yamlBytes) {
    const limit = String(defaultLimits.yamlBytes / 1024 / 1024);
    report(issue('yaml-too-large', { file }, '', { limit }));
    return [];
  }
  const text = decodeText(file, bytes);
  text.issues.forEach(report);
  if (text.value.trim() === '') {
    if (text.issues.length === 0) report(issue('file-empty', { file }));
    return [];
  }
  const table = yamlTable(file, text.value, report);
  return table ? [table] : [];
}

function readDelimited(file: string, source: ByteSource, report: Report): Table[] {
  const encoding = findEncoding(source);
  if (encoding.label === null) {
    report(issue('not-a-table', { file }, '', { format: '文字ではないデータ' }));
    return [];
  }
  const sample = firstText(source, encoding);
  if (sample.trim() === '') {
    report(issue('file-empty', { file }));
    return [];
  }
  encodingIssues(file, encoding).forEach(report);
  const where = { file, lettered: true };
  const shape = findShape(sample, file);
  return [makeTable(where, () => delimitedRows(textBlocks(source, encoding), shape, where), report)];
}

/** Enough text to see how it is divided; more while there is nothing but white space. */
function firstText(source: ByteSource, encoding: Encoding): string {
  let text = '';
  for (const block of textBlocks(source, encoding)) {
    text += block.text;
    if (text.trim().length > 16 * 1024) break;
  }
  return text;
}

function readArchive(file: string, bytes: Uint8Array, report: Report): Table[] {
  const members = readDirectory(bytes);
  const workbook = members ? isWorkbook(members) : /\.xls[xm]$/i.test(file);
  if (!members) {
    report(issue(workbook ? 'xlsx-broken' : 'zip-broken', { file }));
    return [];
  }
  const limit = workbook ? defaultLimits.workbookBytes : defaultLimits.unpackedBytes;
  const refused = checkDeclaredSize(file, bytes, members, limit);
  refused.forEach(report);
  if (refused.length > 0) return [];
  if (workbook) return workbookTables(file, bytes, members, report);
  const other = otherOfficeFormat(members);
  if (other) {
    report(issue('not-a-table', { file }, '', { format: other }));
    return [];
  }
  return readMembers(file, bytes, members.filter(isVisible), report);
}

function otherOfficeFormat(members: readonly ZipMember[]): string | undefined {
  const has = (prefix: string) => members.some(member => member.name.startsWith(prefix));
  if (has('word/')) return 'Word の文書';
  if (has('ppt/')) return 'PowerPoint の文書';
  return has('content.xml') && has('mimetype') ? 'OpenDocument' : undefined;
}

/** Folders and what operating systems leave in archives by themselves. */
function isVisible(member: ZipMember): boolean {
  return !/(\/|^)$|(^|\/)(__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i.test(member.name);
}

function readMembers(
  file: string,
  bytes: Uint8Array,
  members: readonly ZipMember[],
  report: Report,
): Table[] {
  const tables = members.flatMap(member => readMember(file, bytes, member, report));
  if (members.length === 0) report(issue('zip-without-table', { file }));
  return tables;
}

function readMember(file: string, bytes: Uint8Array, member: ZipMember, report: Report): Table[] {
  const name = `${file}/${member.name}`;
  if (!/\.(csv|tsv|tab|txt|zip|xls[xm]?)$/i.test(member.name)) {
    report(issue('zip-member-skipped', { file: name }));
    return [];
  }
  const opened = openMember(file, bytes, member);
  opened.issues.forEach(report);
  if (!opened.value) return [];
  const found = findKind(firstBytes(opened.value, 4096));
  if (found.kind === 'text') return readDelimited(name, opened.value, report);
  if (found.kind === 'empty') report(issue('file-empty', { file: name }));
  else if (found.kind === 'other') report(issue('not-a-table', { file: name }, '', { format: found.format }));
  else return readNested(name, member, opened.value, report);
  return [];
}

/** A workbook within an archive is read, an archive within an archive is not. */
function readNested(name: string, member: ZipMember, source: ByteSource, report: Report): Table[] {
  const isSmall = /\.xls[xm]$/i.test(member.name) && member.unpacked <= defaultLimits.workbookBytes;
  const bytes = isSmall ? wholeBytes(source) : null;
  const members = bytes && readDirectory(bytes);
  if (bytes && members && isWorkbook(members)) return readArchive(name, bytes, report);
  report(issue('zip-nested', { file: name }));
  return [];
}

function wholeBytes(source: ByteSource): Uint8Array {
  const chunks = [...source.chunks()].map(chunk => chunk.slice());
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
