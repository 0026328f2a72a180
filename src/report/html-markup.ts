/** HTML that may be written as it is. Only `html` makes it, so text of a spreadsheet never becomes markup. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Content = string | number | Markup | null | false | readonly Content[];

/** Template of trusted HTML; everything put into it is text unless it is `Markup` itself. */
export function html(parts: TemplateStringsArray, ...contents: Content[]): Markup {
  const text = parts.map(
    (part, index) => (index === 0 ? '' : contentText(contents[index - 1] ?? null)) + part,
  );
  return new Markup(text.join(''));
}

function contentText(content: Content): string {
  if (content === null || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'object') return content.map(contentText).join('');
  return escapeText(String(content));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Characters that change how the text around them is read (control characters, turns of the writing direction) or
 * that HTML does not allow are shown by their number: the officer should see them too.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(unseen, found => `[U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`)
    .replace(/[&<>"']/g, found => entities[found] as string);
}
