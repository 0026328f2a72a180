import { type Issue, issue, type Place } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import { type FileShelf, fileKind, publishedName } from './files.ts';
import { findAddress, type LinkTargets, nearestAddress } from './targets.ts';

/** The other articles, by everything a link may call them. */
export interface ArticleNames {
  /** Title, slug, file name with and without `.md` → slug. */
  slugs: ReadonlyMap<string, string>;
}

export interface LinkContext {
  targets: LinkTargets;
  names: ArticleNames;
  shelf: FileShelf;
}

/** Where a link leads. `address` is null when it leads nowhere; `file` is the region's file it names. */
export interface ResolvedLink {
  address: string | null;
  file: string | null;
  issues: Issue[];
}

const nowhere = (...issues: Issue[]): ResolvedLink => ({ address: null, file: null, issues });
const to = (address: string, file: string | null = null): ResolvedLink => ({ address, file, issues: [] });

/**
 * The address of a link as it was typed: another site, a mail address or a telephone, a part of this page, another
 * article (`page:題名`, `ほかの文章.md`), a page of this site (`/type/pharmacy/`), a file (`files/地図.pdf`).
 */
export function resolveLink(typed: string, at: Place, context: LinkContext): ResolvedLink {
  const text = decoded(typed).trim();
  if (/^page:/i.test(text)) return articleLink(text.slice('page:'.length).trim(), text, at, context);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1];
  if (scheme) {
    if (!/^(https?|mailto|tel)$/i.test(scheme))
      return nowhere(issue('article-link-forbidden', at, `${scheme}:`));
    return isWhole(text) ? to(typed.trim()) : nowhere(issue('article-link-unknown', at, text));
  }
  if (text.startsWith('#')) return to(`#${text.slice(1)}`);
  if (text.startsWith('//') || text.includes('\\')) return nowhere(issue('article-link-unknown', at, text));
  if (text.startsWith('/') && !text.startsWith('/files/')) return siteLink(text, at, context);
  const [path = '', fragment] = splitFragment(text);
  const name = /(?:^|\/)([^/]+)\.md$/i.exec(path)?.[1];
  if (name) return withFragment(articleLink(name, text, at, context), fragment);
  return fileLink(path, text, at, context);
}

/** `https://…` that a browser can open; mail addresses and telephones are taken as they are. */
function isWhole(text: string): boolean {
  return !/^https?:/i.test(text) || URL.canParse(text);
}

function splitFragment(text: string): [path: string, fragment: string] {
  const at = text.indexOf('#');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)];
}

function withFragment(link: ResolvedLink, fragment: string): ResolvedLink {
  return link.address === null ? link : { ...link, address: link.address + fragment };
}

function articleLink(name: string, typed: string, at: Place, { names }: LinkContext): ResolvedLink {
  const slug = names.slugs.get(name);
  if (slug !== undefined) return to(`/page/${slug}/`);
  const close = nearest(name, names.slugs.keys());
  return nowhere(issue('article-link-unknown', at, typed, close ? { nearest: `page:${close}` } : {}));
}

function siteLink(text: string, at: Place, { targets }: LinkContext): ResolvedLink {
  const [path, rest] = [/^[^?#]*/.exec(text)?.[0] ?? '', /[?#].*$/s.exec(text)?.[0] ?? ''];
  const address = findAddress(path, targets);
  if (address !== null) return to(address + rest);
  const close = nearestAddress(path, targets);
  return nowhere(issue('article-link-unknown', at, text, close ? { nearest: close } : {}));
}

function fileLink(path: string, typed: string, at: Place, { shelf }: LinkContext): ResolvedLink {
  const file = findFile(path, shelf);
  if (file === null) {
    const close = nearestFile(path, shelf);
    return nowhere(issue('article-link-unknown', at, typed, close ? { nearest: close } : {}));
  }
  if (fileKind(file) === null) return nowhere(issue('article-file-refused', at, typed));
  return to(`/files/${publishedName(file)}`, file);
}

/** `写真.jpg`, `files/写真.jpg`, `../files/写真.jpg`, `/files/写真.jpg` → the file of the folder, whatever its case. */
export function findFile(typed: string, { paths }: FileShelf): string | null {
  const name = fileName(typed);
  const fold = (path: string) => path.normalize('NFC').toLowerCase();
  return paths.find(path => path === name) ?? paths.find(path => fold(path) === fold(name)) ?? null;
}

export function nearestFile(typed: string, { paths }: FileShelf): string | null {
  return nearest(fileName(typed), paths);
}

function fileName(typed: string): string {
  const bare = decoded(typed).replace(/^(?:\.{0,2}\/)+/, '');
  return bare.startsWith('files/') ? bare : `files/${bare}`;
}

/** Markdown hands addresses over percent-encoded. One that is wrongly so stays as it is. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
