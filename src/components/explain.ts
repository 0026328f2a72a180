/** Words of the glossary beside their first use on a page: 胃ろう（おなかに通した管から栄養をとる方法）. */
import type { GlossaryTerm } from '../model/vocabulary.ts';

export interface ExplainedPart {
  text: string;
  /** Stands in brackets after the text. */
  brief?: string;
}

/**
 * Remembers what its page has explained, so each page makes its own and hands it to its components. Components
 * are made in the order of the document, so the first call is the first use a reader meets.
 */
export type Explainer = (text: string) => ExplainedPart[];

export function makeExplainer(glossary: readonly GlossaryTerm[]): Explainer {
  const { find, terms } = matcherOf(glossary);
  const seen = new Set<string>();
  return text => {
    if (find === null) return [{ text }];
    const parts: ExplainedPart[] = [];
    let from = 0;
    for (const match of text.matchAll(find)) {
      const term = terms.get(match[0]);
      if (!term || seen.has(term.id)) continue;
      const end = match.index + match[0].length;
      const place = placeIn(text, match.index, end);
      if (place === 'aside') continue;
      seen.add(term.id);
      if (place === 'explained') continue;
      parts.push({ text: text.slice(from, end), brief: term.brief });
      from = end;
    }
    if (from < text.length) parts.push({ text: text.slice(from) });
    return parts;
  };
}

/**
 * 「褥瘡（床ずれ）」 says itself what it is, and in 「吸入（ネブライザー）」 the word is the explanation. Within other
 * brackets a second pair would be hard to read: the word is explained where it stands outside of them.
 */
function placeIn(text: string, start: number, end: number): 'plain' | 'explained' | 'aside' {
  if (text.charAt(end) === '（') return 'explained';
  const before = text.slice(0, start);
  if (before.lastIndexOf('（') <= before.lastIndexOf('）')) return 'plain';
  return before.endsWith('（') && text.charAt(end) === '）' ? 'explained' : 'aside';
}

interface Matcher {
  find: RegExp | null;
  terms: ReadonlyMap<string, GlossaryTerm>;
}

const matchers = new WeakMap<readonly GlossaryTerm[], Matcher>();

function matcherOf(glossary: readonly GlossaryTerm[]): Matcher {
  const known = matchers.get(glossary);
  if (known) return known;
  const spellings = glossary.flatMap(term => [term.term, ...term.aliases].map(word => [word, term] as const));
  const words = spellings.map(([word]) => word).sort((a, b) => b.length - a.length);
  const made = { find: words.length === 0 ? null : wholeWords(words), terms: new Map(spellings) };
  matchers.set(glossary, made);
  return made;
}

/** A part of a longer word is another word: 在宅 is not explained in 在宅患者訪問薬剤管理指導料. */
function wholeWords(words: readonly string[]): RegExp {
  const letter = '[\\p{Script=Han}\\p{Script=Katakana}々ーA-Za-z0-9]';
  const any = words.map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  return new RegExp(`(?<!${letter})(?:${any})(?!${letter})`, 'gu');
}
