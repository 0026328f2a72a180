import { z } from 'zod';
import { issue, type Read } from '../issues/issue.ts';
import { parseYamlConfig } from '../issues/yaml.ts';

/** What stands between two lines `---` at the head of an article. All of it may be left out. */
export const frontMatterSchema = z.strictObject({
  /** Default: the text's first `#` heading, else the file's name. */
  title: z.string().optional(),
  /** 日付 (`2026-05-01`, `令和8年5月1日`): the page is an お知らせ. */
  date: z.string().optional(),
  /** Place among the articles: small ones first, those without a number last. */
  order: z.number().optional(),
  /** `article`: a page with a day that is no お知らせ. */
  kind: z.enum(['article', 'news']).optional(),
  /** The page's address: `/page/<id>/`. */
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
    .optional(),
  /** One sentence for lists and search engines. */
  description: z.string().optional(),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

export interface SplitArticle {
  meta: FrontMatter;
  /** The Markdown, with an empty line for each line of the head: its lines are those of the file. */
  text: string;
}

const fence = /^---\s*$/;

/** Null when the head cannot be understood: nobody knows then what the page is called or where it stands. */
export function readFrontMatter(file: string, text: string): Read<SplitArticle | null> {
  const lines = text.split('\n');
  if (!fence.test(lines[0] ?? '')) return { value: { meta: {}, text }, issues: [] };
  const end = lines.findIndex((line, index) => index > 0 && fence.test(line));
  if (end < 0) return { value: null, issues: [issue('article-head-open', { file, row: 1 })] };
  const head = ['', ...lines.slice(1, end)].join('\n');
  const read = parseYamlConfig(file, head, frontMatterSchema);
  if (!read.value) return { value: null, issues: read.issues };
  const body = [...lines.slice(0, end + 1).map(() => ''), ...lines.slice(end + 1)].join('\n');
  return { value: { meta: read.value, text: body }, issues: read.issues };
}
