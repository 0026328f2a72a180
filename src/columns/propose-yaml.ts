import { headerKey } from './header-key.ts';
import type { ColumnProposal, ProposedColumn } from './propose.ts';
import type { ColumnRule, RegionColumn } from './region-columns.ts';

const head = [
  '# 列の使い方の案です。表の見出しと値から機械が考えたもので、まちがっているかもしれません。',
  '# 1. 「たぶん」と「わからない」の行を見て、直します。使う列は、行の始めの「# 」を消します。',
  '# 2. 「項目」には様式の見出し（電話番号、住所 …）、「機能」には機能の名前（胃ろうの管理 …）を書きます。',
  '# 3. 人の名前や、出してはいけない列は「使わない」にします。ここに書いていない列は、サイトに出ません。',
  '# 4. columns.yaml という名前で地域のフォルダーに置き（もうあれば中に書き足し）、check で確かめます。',
];

/** The proposals as the text of a `columns.yaml`; what nobody is sure of stands in it as a comment. */
export function formatProposals(proposals: readonly ColumnProposal[]): string {
  return `${[...head, '', 'ファイルごと:', ...proposals.flatMap(formatProposal)].join('\n')}\n`;
}

function formatProposal(proposal: ColumnProposal): string[] {
  const { file, sheet, columns } = proposal;
  const lines = [
    ...typeLines(proposal),
    ...headerLines(proposal),
    ...entriesOf(columns).flatMap(formatEntry),
  ];
  return [`  ${scalar(sheet ? `${file}/${sheet}` : file)}:`, ...lines.map(line => `    ${line}`)];
}

function typeLines({ hasType, type }: ColumnProposal): string[] {
  if (hasType) return [];
  if (type)
    return [`# たぶん：種別の列がない。${type.reason}から`, `全部の行: { 種別: ${scalar(type.label)} }`];
  return [
    '# わからない：種別の列がない。どの行も同じ種別なら、書いて「# 」を消す',
    '# 全部の行: { 種別: 訪問看護 }',
  ];
}

function headerLines({ headerRows, isHeaderStated }: ColumnProposal): string[] {
  if (!isHeaderStated) return [];
  return [`見出しの行: ${headerRows.length === 1 ? headerRows[0] : `[${headerRows.join(', ')}]`}`];
}

/** Columns of one block share an entry, which stands where the first of them is. */
function entriesOf(columns: readonly ProposedColumn[]): ProposedColumn[][] {
  return [
    ...Map.groupBy(columns, ({ key }) => headerKey(key) + (key.includes('*') ? key : ` ${key}`)).values(),
  ];
}

function formatEntry(columns: readonly ProposedColumn[]): string[] {
  const [first] = columns;
  if (!first) return [];
  const { key, header, letter, rule, confidence, reasons } = first;
  const isUnsure = confidence === 'わからない';
  const last = columns.at(-1)?.letter;
  const place = columns.length > 1 ? `${letter}〜${last}列（${columns.length}列）` : `${letter}列`;
  const name = key === header || key.includes('*') ? '' : `「${header}」`;
  const comment = `# ${place}${name} ${confidence}：${reasons.join('、')}`.replace(/\s+/g, ' ');
  const entry = `${scalar(key)}: ${formatRule(rule)}`;
  return [comment, isUnsure && !first.isNeeded ? `# ${entry}` : entry];
}

const keyWords: readonly [keyof ColumnRule, string][] = [
  ['fields', '項目'],
  ['capability', '機能'],
  ['label', '名前'],
  ['mark', '印'],
  ['purpose', '目的'],
  ['relation', '関係'],
  ['audience', '公開'],
  ['split', '区切り'],
  ['join', 'つなぐ'],
  ['answer', '答え'],
  ['values', '値'],
];
const words: Readonly<Record<string, string>> = {
  performs: '実施',
  accepts: '受け入れ',
  outpatient: '外来',
  reception: '受付',
  visit: '訪問',
  desk: '窓口',
  emergency: '時間外',
  public: 'だれでも',
  professional: '専門職',
};

/** The entry's right side: a word where that says it all, else a map on one line. */
export function formatRule(rule: RegionColumn): string {
  if (rule === 'ignore') return '使わない';
  const parts = keyWords.flatMap(([key, name]) =>
    rule[key] === undefined ? [] : [`${name}: ${formatValue(key, rule[key])}`],
  );
  const only =
    parts.length === 1 ? (rule.fields?.length === 1 ? rule.fields[0] : rule.capability) : undefined;
  return only !== undefined && !only.includes('*') && only !== '機能'
    ? scalar(only)
    : `{ ${parts.join(', ')} }`;
}

function formatValue(key: keyof ColumnRule, value: unknown): string {
  if (Array.isArray(value))
    return value.length === 1
      ? scalar(String(value[0]))
      : `[${value.map(each => scalar(String(each))).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([from, to]) => `${scalar(from)}: ${scalar(words[String(to)] ?? String(to))}`)
      .join(', ')} }`;
  return scalar(
    key === 'relation' || key === 'purpose' || key === 'audience'
      ? (words[String(value)] ?? String(value))
      : String(value),
  );
}

/** Text as YAML reads it back: plain where nothing in it could be taken for something else. */
export function scalar(text: string): string {
  const isPlain = /^[\p{L}\p{Extended_Pictographic}○△×（][\p{L}\p{N}_（）()・ー／.\-*＿○△×～〜〒 ]*$/u.test(
    text,
  );
  const isWord = /^(true|false|null|yes|no|on|off|~)$/i.test(text) || /\s$|^[-?]\s/.test(text);
  return isPlain && !isWord ? text : JSON.stringify(text);
}
