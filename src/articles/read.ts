/** The region's own pages: `pages/*.md` with the pictures and documents of `files/`. Runs in the browser. */
import type { Root } from 'hast';
import { decodeText } from '../ingest/decode.ts';
import { type Issue, issue, type Read } from '../issues/issue.ts';
import type { Article, RegionPages } from '../model/article.ts';
import { readDate } from '../normalize/date.ts';
import { normaliseId } from '../normalize/id.ts';
import { gojuonKey } from '../normalize/kana.ts';
import { elementsOf, finishBody, textOf } from './body.ts';
import { fileKind, fileShelf, publishedName } from './files.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { LinkContext } from './links.ts';
import { markdownToTree } from './markdown.ts';
import type { LinkTargets } from './targets.ts';

/** What articles are read from: paths from the region's folder, in name order. */
export interface ArticleFolder {
  list(folder: 'pages' | 'files'): string[];
  read(path: string): Uint8Array | null;
}

/** An article whose links are not looked at yet: they may lead to articles that come later. */
interface Draft {
  file: string;
  slug: string;
  title: string;
  date: string | null;
  kind: Article['kind'];
  order: number;
  description: string | null;
  tree: Root;
}

/** Files that systems leave in every folder. */
const leftover = /(?:^|\/)(?:[.~][^/]*|thumbs\.db|desktop\.ini)$/i;
const megabyte = 1_000_000;

export function readArticles(folder: ArticleFolder, targets: LinkTargets): Read<RegionPages> {
  const issues: Issue[] = [];
  const drafts = withOwnSlugs(
    folder
      .list('pages')
      .filter(path => !leftover.test(path))
      .flatMap(file => {
        const read = readDraft(file, folder);
        issues.push(...read.issues);
        return read.value ?? [];
      }),
    issues,
  );
  const paths = folder.list('files').filter(path => !leftover.test(path));
  const shelf = fileShelf(paths, path => folder.read(path));
  const context: LinkContext = { targets: withArticles(targets, drafts), names: namesOf(drafts), shelf };
  const used = new Set<string>();
  const articles = drafts.map((draft): Article & { order: number } => {
    const { value, issues: found } = finishBody(draft.file, draft.tree, context);
    issues.push(...found);
    for (const file of value.files) used.add(file);
    const { slug, title, date, kind, description, order } = draft;
    return {
      slug,
      title,
      date,
      kind,
      order,
      summary: description ?? summaryOf(value.body),
      body: value.body,
    };
  });
  const files = new Map<string, Uint8Array>();
  for (const path of paths) {
    const bytes = used.has(path) && fileKind(path) !== null ? shelf.read(path) : null;
    if (bytes) files.set(publishedName(path), bytes);
    issues.push(...checkFile(path, used.has(path), bytes, shelf.sizeOf));
  }
  return { value: { articles: inOrder(articles), files }, issues };
}

function readDraft(file: string, folder: ArticleFolder): Read<Draft | null> {
  if (!/\.(?:md|markdown)$/i.test(file))
    return { value: null, issues: [issue('article-not-markdown', { file })] };
  const text = decodeText(file, folder.read(file) ?? new Uint8Array());
  const head = readFrontMatter(file, text.value);
  const issues = [...text.issues, ...head.issues];
  if (!head.value) return { value: null, issues };
  const { meta } = head.value;
  const read = markdownToTree(file, head.value.text);
  issues.push(...read.issues);
  if (!read.value) return { value: null, issues };
  const date = readDay(file, meta.date);
  issues.push(...date.issues);
  const stem = (file.split('/').at(-1) ?? file).replace(/\.[^.]+$/, '');
  const slug = meta.id ?? normaliseId(stem);
  const { title, tree } = takeTitle(read.value.tree, meta.title, stem);
  if (meta.id === undefined && slug.startsWith('x-') && slug !== stem)
    issues.push(issue('article-id-not-permanent', { file }, title, { id: slug }));
  const { description = null, order = Number.POSITIVE_INFINITY } = meta;
  const kind = kindOf(meta, date.value);
  return { value: { file, slug, title, date: date.value, kind, order, description, tree }, issues };
}

/** A page with a day is an お知らせ, unless it says otherwise; one without a day never is. */
function kindOf({ kind }: FrontMatter, date: string | null): Article['kind'] {
  return date !== null && kind !== 'article' ? 'news' : 'article';
}

function readDay(file: string, typed: string | undefined): Read<string | null> {
  const { value, findings } = readDate(typed ?? '');
  const at = { file, header: 'date' };
  return { value, issues: findings.map(({ code, detail }) => issue(code, at, typed, detail)) };
}

/** The first `#` heading is the page's own when nothing stands before it; then it is not said twice. */
function takeTitle(tree: Root, stated: string | undefined, stem: string): { title: string; tree: Root } {
  const [first] = elementsOf(tree);
  const heading = first?.tagName === 'h1' ? textOf(first).trim() : '';
  const isTitle = heading !== '' && (stated === undefined || stated === heading);
  const children = isTitle ? tree.children.filter(child => child !== first) : tree.children;
  return { title: stated ?? (heading || stem), tree: { ...tree, children } };
}

function withOwnSlugs(drafts: readonly Draft[], issues: Issue[]): Draft[] {
  const owners = new Map<string, string>();
  return drafts.filter(({ slug, file }) => {
    const owner = owners.get(slug);
    if (owner === undefined) owners.set(slug, file);
    else issues.push(issue('article-id-duplicate', { file }, slug, { file: owner }));
    return owner === undefined;
  });
}

function withArticles({ addresses }: LinkTargets, drafts: readonly Draft[]): LinkTargets {
  const own = drafts.map(({ slug }) => `/page/${slug}/`);
  const lists = [
    ...(drafts.some(({ kind }) => kind === 'news') ? ['/news/'] : []),
    ...(drafts.some(({ kind }) => kind === 'article') ? ['/page/'] : []),
  ];
  return { addresses: new Set([...addresses, ...own, ...lists]) };
}

function namesOf(drafts: readonly Draft[]): LinkContext['names'] {
  const slugs = new Map<string, string>();
  for (const { slug, title, file } of drafts)
    for (const name of [slug, title, file.replace(/^.*\//, '').replace(/\.[^.]+$/, '')])
      if (!slugs.has(name)) slugs.set(name, slug);
  return { slugs };
}

/** The text's first paragraph, cut at 100 characters. */
function summaryOf(body: Root): string {
  const first = elementsOf(body).find(({ tagName }) => tagName === 'p');
  const text = [...(first ? textOf(first) : '').replace(/\s+/g, ' ').trim()];
  return text.length > 100 ? `${text.slice(0, 100).join('')}…` : text.join('');
}

function checkFile(
  file: string,
  isUsed: boolean,
  bytes: Uint8Array | null,
  sizeOf: (path: string) => { hasPlace?: boolean } | null,
): Issue[] {
  if (!isUsed) return [issue('article-file-unused', { file })];
  if (!bytes) return [];
  const limit = fileKind(file) === 'picture' ? megabyte : 10 * megabyte;
  const size = (bytes.length / megabyte).toFixed(1);
  return [
    ...(bytes.length > limit ? [issue('article-file-large', { file }, file, { size })] : []),
    ...(sizeOf(file)?.hasPlace ? [issue('article-place-in-picture', { file }, file)] : []),
  ];
}

function inOrder(articles: readonly (Article & { order: number })[]): Article[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = articles.toSorted(
    (a, b) =>
      compare(a.kind, b.kind) ||
      (a.kind === 'news' ? compare(b.date ?? '', a.date ?? '') : a.order - b.order || 0) ||
      compare(gojuonKey(a.title), gojuonKey(b.title)) ||
      compare(a.slug, b.slug),
  );
  return sorted.map(({ order: _order, ...article }) => article);
}
