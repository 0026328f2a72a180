import type { ReactNode } from 'react';
import type { Range } from '../search/highlight.ts';

/** The text with what was searched for marked. */
export function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  const parts: ReactNode[] = [];
  let last = 0;
  for (const [from, to] of ranges) {
    parts.push(text.slice(last, from), <mark key={from}>{text.slice(from, to)}</mark>);
    last = to;
  }
  return (
    <>
      {parts}
      {text.slice(last)}
    </>
  );
}
