import type { ToldRecord } from '../diff/regions.ts';
import { diffText as text } from '../text/diff.ts';
import { type DiffReport, fieldLabel, kinds, notes, summary, toldChanges } from './diff.ts';

/** A comment on GitHub holds 65,536 characters. */
const roomOfComment = 60_000;

/**
 * For a pull request. Whatever stands in a spreadsheet is a code span: there nothing is a link, a mention or markup.
 * What a comment cannot hold is counted.
 */
export function diffToMarkdown(report: DiffReport): string {
  const changes = toldChanges(report);
  const head = [
    `## ${text.title(code(report.before), code(report.after))}`,
    `${text.dates(changes.from, changes.to)}\\\n**${summary(changes)}**`,
    ...notes(report),
  ];
  let room = roomOfComment - head.join('').length;
  const parts = kinds.flatMap(kind => {
    const lines: string[] = [];
    for (const record of changes[kind]) {
      const lineOf = recordLines(record).join('\n');
      room -= lineOf.length + 1;
      if (room < 0) break;
      lines.push(lineOf);
    }
    const left = changes[kind].length - lines.length;
    const rest = left > 0 ? [`- ${text.rest(left)}`] : [];
    return changes[kind].length > 0
      ? [`### ${text.heading(text[kind], changes[kind].length)}`, [...lines, ...rest].join('\n')]
      : [];
  });
  return `${[...head, ...(parts.length > 0 ? parts : [text.none])].join('\n\n')}\n`;
}

function recordLines({ name, about, fields }: ToldRecord): string[] {
  return [
    `- ${code(name)}${about === '' ? '' : ` ${code(about)}`}`,
    ...fields.map(field => {
      const values = text.turned(valueCode(field.before), valueCode(field.after));
      return `  - ${code(fieldLabel(field))}：${values}`;
    }),
  ];
}

function valueCode(value: string | null): string {
  return value === null ? text.blank : code(value);
}

/** A fence longer than any run of backticks within; spaces keep a backtick at the edge apart from it. */
function code(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const edge = /^`|`$/.test(line) || line.trim() === '' ? ' ' : '';
  return `${fence}${edge}${line}${edge}${fence}`;
}
