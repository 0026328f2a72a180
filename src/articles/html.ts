import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';

/**
 * The article as HTML. Every text and attribute is escaped by the serialiser, and the tree never holds raw HTML, so
 * this may be put into a page as it is. `href` puts the base path before an address of this site.
 */
export function articleHtml(body: Root, href: (path: string) => string): string {
  return toHtml({ ...body, children: body.children.map(child => withBase(child, href)) }).trim();
}

function withBase(node: Root['children'][number], href: (path: string) => string): Root['children'][number] {
  if (node.type !== 'element') return node;
  const properties = { ...node.properties };
  for (const name of ['href', 'src'] as const) {
    const address = properties[name];
    if (typeof address === 'string' && address.startsWith('/')) properties[name] = href(address);
  }
  return { ...node, properties, children: node.children.map(child => withBase(child, href) as Element) };
}
