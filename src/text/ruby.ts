/** A piece of a sentence; with a reading it is shown as ruby. */
export interface RubyPart {
  text: string;
  reading?: string;
}

const read = /(?:｜([^｜《》]+)|([\p{Script=Han}々〆ヶ]+))《([^《》]+)》/gu;

/**
 * The site's own sentences carry their furigana as `病院《びょういん》へ 行《い》く`, the notation of 青空文庫: a reading
 * belongs to the kanji before it, or to all after `｜` (`｜1日《ついたち》`). Not for words of a region's data, which
 * may hold such brackets for other reasons.
 */
export function rubyParts(text: string): RubyPart[] {
  const parts: RubyPart[] = [];
  let from = 0;
  for (const match of text.matchAll(read)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: match[1] ?? match[2] ?? '', reading: match[3] ?? '' });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}

/** A sentence around a region's own word: what stands before and after `{name}`. */
export function aroundName(text: string): [before: string, after: string] {
  const at = text.indexOf('{name}');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + '{name}'.length)];
}

/** The sentence without its furigana: for attributes and titles, which hold no ruby. */
export function withoutRuby(text: string): string {
  return rubyParts(text)
    .map(part => part.text)
    .join('');
}
