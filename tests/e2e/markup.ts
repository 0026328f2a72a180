/**
 * The pages that together hold all the markup of a site, smallest pages first: every tag with its attributes,
 * class, role and type, right after every tag it follows anywhere. A check of HTML that finds nothing in these
 * finds nothing new in a hundred further lists made by the same components.
 */
export function pagesOfAllMarkup(pages: readonly string[], html: (page: string) => string): string[] {
  const seen = new Set<string>();
  const bySize = pages
    .map(page => ({ page, text: html(page) }))
    .sort((a, b) => a.text.length - b.text.length);
  return bySize.flatMap(({ page, text }) => {
    const known = seen.size;
    for (const step of markupSteps(text)) seen.add(step);
    return seen.size > known ? [page] : [];
  });
}

function* markupSteps(html: string): Generator<string> {
  let before = '';
  for (const [, tag = '', attributes = ''] of html.matchAll(/<(\/?[a-z][\w-]*)([^>]*)>/g)) {
    yield `${before} ${tag} ${attributes.replaceAll(/([\w:-]+)="[^"]*"/g, nameOrWhole)}`;
    before = tag;
  }
}

function nameOrWhole(whole: string, name: string): string {
  return ['class', 'role', 'type'].includes(name) ? whole : name;
}
