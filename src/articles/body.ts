import type { Element, ElementContent, Root, RootContent } from 'hast';
import { type Issue, issue, type Place, type Read } from '../issues/issue.ts';
import { fileKind, publishedName } from './files.ts';
import { decoded, findFile, type LinkContext, nearestFile, resolveLink } from './links.ts';

export interface ArticleBody {
  body: Root;
  /** The region's files it shows or links to. */
  files: string[];
}

interface Work {
  file: string;
  context: LinkContext;
  issues: Issue[];
  files: Set<string>;
  /** Ids of headings so far. */
  ids: Set<string>;
  /** Added to every heading level, so that none is the page's own. */
  shift: number;
  /** Level of the heading before. */
  level: number;
  tables: number;
}

/**
 * What Markdown made, as a page may show it: headings below the page's own, none skipped; links and pictures that
 * lead somewhere; tables and code in boxes of their own that can be scrolled by keyboard.
 */
export function finishBody(file: string, tree: Root, context: LinkContext): Read<ArticleBody> {
  const levels = elementsOf(tree).flatMap(({ tagName }) => headingLevel(tagName) ?? []);
  const work: Work = {
    ...{ file, context, issues: [], files: new Set(), ids: new Set(), level: 1, tables: 0 },
    shift: Math.min(...levels, 2) === 1 ? 1 : 0,
  };
  const body: Root = { type: 'root', children: finishAll(tree.children, work) as RootContent[] };
  work.issues.push(...dropLostFragments(body, file));
  return { value: { body, files: [...work.files] }, issues: work.issues };
}

function finishAll(nodes: readonly RootContent[], work: Work): ElementContent[] {
  return nodes.flatMap(node => {
    if (node.type === 'text') return [{ type: 'text', value: joinLines(node.value) }];
    return node.type === 'element' ? finishElement(node, work) : [];
  });
}

/** Between Japanese letters the end of a line in the file is no space: browsers would show one. */
function joinLines(text: string): string {
  return text.replace(/(?<=^|[^\0-\xFF])\n(?=[^\0-\xFF])|(?<=[^\0-\xFF])\n$/g, '');
}

function finishElement(element: Element, work: Work): ElementContent[] {
  const level = headingLevel(element.tagName);
  if (level !== null) return [heading(element, level, work)];
  const { tagName } = element;
  if (tagName === 'a') return link(element, work);
  if (tagName === 'img') return picture(element, work);
  if (tagName === 'input') return [{ type: 'text', value: element.properties.checked ? '☑ ' : '☐ ' }];
  const whole = (properties: Element['properties'] = plain(element)): Element => ({
    ...{ type: 'element', tagName, properties },
    children: finishAll(element.children, work),
  });
  if (tagName === 'table') return [scrollBox(whole(), `表${++work.tables}`)];
  if (tagName === 'pre') return [whole({ tabIndex: 0 })];
  if (tagName === 'th' || tagName === 'td') return [cell(whole(), element)];
  return [whole()];
}

/** Properties that mean something without a style of their own. */
function plain({ properties, tagName }: Element): Element['properties'] {
  const { start, id, dataFootnotes } = properties;
  if (tagName === 'ol' && start !== undefined) return { start };
  if (dataFootnotes !== undefined) return { className: ['article__notes'] };
  return tagName === 'li' && id !== undefined ? { id } : {};
}

function headingLevel(tagName: string): number | null {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : null;
}

function heading(element: Element, level: number, work: Work): Element {
  const isNotes = element.properties.id === 'footnote-label';
  work.level = isNotes ? 2 : Math.min(level + work.shift, work.level + 1, 6);
  const id = isNotes ? 'footnote-label' : freeId(textOf(element), work.ids);
  return {
    ...{ type: 'element', tagName: `h${work.level}`, properties: { id } },
    children: finishAll(element.children, work),
  };
}

/** 「持ち物 と 費用」 → `持ち物-と-費用`; said twice, `…-2`. */
function freeId(text: string, ids: Set<string>): string {
  const word =
    text
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-') || 'part';
  const start = /^[a-z]/.test(word) || /^[^\0-\x7F]/.test(word) ? word : `h-${word}`;
  let id = start;
  for (let number = 2; ids.has(id); number += 1) id = `${start}-${number}`;
  ids.add(id);
  return id;
}

function link(element: Element, work: Work): ElementContent[] {
  const children = finishAll(element.children, work);
  const { href, id, dataFootnoteRef, dataFootnoteBackref } = element.properties;
  if (dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined) {
    const label =
      dataFootnoteRef === undefined
        ? { ariaLabel: '本文へもどる' }
        : { id: String(id), ariaLabel: `注${textOf(element)}` };
    return [{ type: 'element', tagName: 'a', properties: { href: String(href), ...label }, children }];
  }
  const resolved = resolveLink(String(href ?? ''), placeOf(element, work), work.context);
  work.issues.push(...resolved.issues);
  if (resolved.file !== null) work.files.add(resolved.file);
  if (resolved.address === null || textOf({ ...element, children }).trim() === '') return children;
  const properties = {
    href: resolved.address,
    ...(/^https?:/i.test(resolved.address) ? { rel: ['noopener'] } : {}),
  };
  return [{ type: 'element', tagName: 'a', properties, children }];
}

function picture(element: Element, work: Work): ElementContent[] {
  const at = placeOf(element, work);
  const source = String(element.properties.src ?? '');
  const alt = String(element.properties.alt ?? '').trim();
  const instead: ElementContent[] = alt === '' ? [] : [{ type: 'text', value: `（${alt}）` }];
  if (/^https?:/i.test(source)) {
    work.issues.push(issue('article-image-external', at, source));
    const properties = { href: source, rel: ['noopener'] };
    const children: ElementContent[] = [{ type: 'text', value: alt || source }];
    return URL.canParse(source) ? [{ type: 'element', tagName: 'a', properties, children }] : instead;
  }
  const { shelf } = work.context;
  const file = findFile(source, shelf);
  if (file === null) {
    const close = nearestFile(source, shelf);
    work.issues.push(issue('article-image-missing', at, decoded(source), close ? { nearest: close } : {}));
    return instead;
  }
  const size = fileKind(file) === 'picture' ? shelf.sizeOf(file) : null;
  if (!size) {
    work.issues.push(issue('article-image-unreadable', at, decoded(source)));
    work.files.add(file);
    return instead;
  }
  work.files.add(file);
  if (alt === '') work.issues.push(issue('article-alt-missing', at, decoded(source)));
  const { width, height } = size;
  const properties = { src: `/files/${publishedName(file)}`, alt, width, height, loading: 'lazy' };
  return [{ type: 'element', tagName: 'img', properties, children: [] }];
}

/** `align` is no attribute of HTML any more; an empty heading cell heads nothing. */
function cell(whole: Element, { properties: { align }, tagName }: Element): Element {
  const side = align === 'right' || align === 'center' ? { className: [`article__${align}`] } : {};
  const isEmpty = tagName === 'th' && textOf(whole).trim() === '';
  const scope = tagName === 'th' && !isEmpty ? { scope: 'col' } : {};
  return { ...whole, tagName: isEmpty ? 'td' : tagName, properties: { ...side, ...scope } };
}

function scrollBox(table: Element, label: string): Element {
  const properties = { className: ['article__table'], tabIndex: 0, ariaLabel: label };
  return { type: 'element', tagName: 'section', properties, children: [table] };
}

/** Links to a part of the page that is not there become plain text. */
function dropLostFragments(body: Root, file: string): Issue[] {
  const all = elementsOf(body);
  const ids = new Set(all.flatMap(({ properties: { id } }) => (id === undefined ? [] : String(id))));
  return all.flatMap(element => {
    const { href } = element.properties;
    if (element.tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return [];
    if (ids.has(href.slice(1))) return [];
    element.tagName = 'span';
    element.properties = {};
    return [issue('article-link-unknown', { file }, href)];
  });
}

export function elementsOf(node: Root | Element): Element[] {
  return node.children.flatMap(child => (child.type === 'element' ? [child, ...elementsOf(child)] : []));
}

export function textOf(node: Root | Element): string {
  return node.children
    .map(child => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('');
}

function placeOf({ position }: Element, { file }: Work): Place {
  return position ? { file, row: position.start.line } : { file };
}
