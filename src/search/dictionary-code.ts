/** Columns whose values repeat. */

/** What stands in the column, in the order in which it first does, and per row 0 = null, 1 = the next word that stood nowhere yet, n + 2 = `words[n]` again. */
export interface DictionaryCode<T> {
  words: T[];
  rows: number[];
}

export function toDictionary<T>(column: readonly (T | null)[]): DictionaryCode<T> {
  const words: T[] = [];
  const seen = new Map<unknown, number>();
  const rows = column.map(value => {
    if (value === null) return 0;
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    const known = seen.get(key);
    if (known !== undefined) return known + 2;
    seen.set(key, words.push(value) - 1);
    return 1;
  });
  return { words, rows };
}

/** Lists are shared between rows of equal value: read only. */
export function fromDictionary<T>({ words, rows }: DictionaryCode<T>): (T | null)[] {
  let next = 0;
  return rows.map(n => {
    if (n === 0) return null;
    return n === 1 ? words[next++]! : words[n - 2]!;
  });
}

/** The same rows of other words. */
export function mapped<T, U>({ words, rows }: DictionaryCode<T>, to: (word: T) => U): DictionaryCode<U> {
  return { words: words.map(to), rows };
}
