import type { SamePair } from '../dataset/region-lists.ts';

/** Verdicts already given, and whether another one agrees with all of them: 同じ is passed on from pair to pair, 別 is not. */
export class VerdictGraph {
  readonly #nameOf: (id: string) => string;
  readonly #parent = new Map<string, string>();
  readonly #given: SamePair[] = [];

  /** `nameOf` gives one name to all ids of a record. */
  constructor(nameOf: (id: string) => string) {
    this.#nameOf = nameOf;
  }

  /** The verdicts that say the opposite: those on the very pair, else those through which it follows. Empty: none does. */
  against({ a, b, verdict }: SamePair): SamePair[] {
    const [left, right] = [this.#find(a), this.#find(b)];
    if (verdict === 'same') {
      const joined = new Set([left, right]);
      if (left === right) return [];
      return this.#given.filter(
        one =>
          one.verdict === 'different' &&
          this.#find(one.a) !== this.#find(one.b) &&
          joined.has(this.#find(one.a)) &&
          joined.has(this.#find(one.b)),
      );
    }
    if (left !== right) return [];
    const through = this.#given.filter(one => one.verdict === 'same' && this.#find(one.a) === left);
    const direct = through.filter(one => this.#pair(one) === this.#pair({ a, b }));
    return direct.length > 0 ? direct : through;
  }

  /** Said already: the two are one record, or this very pair is 別. */
  has(pair: SamePair): boolean {
    if (pair.verdict === 'same') return this.areOne(pair);
    return this.#given.some(one => one.verdict === 'different' && this.#pair(one) === this.#pair(pair));
  }

  /** True when the two are one record, whatever pairs or numbers say so. */
  areOne({ a, b }: Pick<SamePair, 'a' | 'b'>): boolean {
    return this.#find(a) === this.#find(b);
  }

  add(pair: SamePair): void {
    this.#given.push(pair);
    if (pair.verdict === 'same') this.#parent.set(this.#find(pair.a), this.#find(pair.b));
  }

  #find(id: string): string {
    let root = this.#nameOf(id);
    for (
      let next = this.#parent.get(root);
      next !== undefined && next !== root;
      next = this.#parent.get(root)
    )
      root = next;
    return root;
  }

  #pair({ a, b }: Pick<SamePair, 'a' | 'b'>): string {
    return [this.#nameOf(a), this.#nameOf(b)].sort().join(' ');
  }
}
