import type { Root } from 'hast';
import type { Nodes, RootContent, Root as Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { type Issue, issue, type Read } from '../issues/issue.ts';

/** Ten times the longest page a person would read. */
const longest = 200_000;
/** Fifty quotes or lists in one another: reading them takes time with the square of their depth. */
const tooDeep = /^(?:[ \t]*>){50}|^(?:[ \t]*(?:[*+-]|\d{1,9}[.)])[ \t]+){50}/m;

/**
 * Markdown (CommonMark and GitHub's tables, footnotes, strike-through, bare addresses) as a tree of HTML elements.
 * HTML in it is dropped and told, but for `<br>`, which is a line break, and comments, which nobody is shown anyway.
 * Null when the text is too long or nested too deeply to be read.
 */
export function markdownToTree(file: string, text: string): Read<{ markdown: Text; tree: Root } | null> {
  const unreadable = issue('article-unreadable', { file }, '', { limit: String(longest / 10_000) });
  if (text.length > longest || tooDeep.test(text)) return { value: null, issues: [unreadable] };
  try {
    const parsed = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const issues: Issue[] = [];
    const markdown = withoutHtml(parsed, found => issues.push(htmlIssue(file, found)));
    const tree = toHast(markdown, { footnoteLabel: '注', footnoteBackLabel: '本文へもどる' }) as Root;
    return { value: { markdown, tree }, issues };
  } catch (error) {
    // A thousand block quotes in one another exhaust the stack.
    if (error instanceof RangeError) return { value: null, issues: [unreadable] };
    throw error;
  }
}

interface FoundHtml {
  line: number | null;
  html: string;
}

function htmlIssue(file: string, { line, html }: FoundHtml): Issue {
  return issue('article-html-dropped', line === null ? { file } : { file, row: line }, html);
}

function withoutHtml<N extends Nodes>(node: N, tell: (found: FoundHtml) => void): N {
  if (!('children' in node)) return node;
  const children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type !== 'html') return [withoutHtml(child, tell)];
    if (/^<br\s*\/?>$/i.test(child.value)) return [{ type: 'break' }];
    const html = child.value.replace(/<!--[\s\S]*?-->/g, '').trim();
    if (html !== '') tell({ line: child.position?.start.line ?? null, html });
    return [];
  });
  return { ...node, children } as N;
}
