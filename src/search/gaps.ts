/** Rising whole numbers, each as what it adds to the one before. */
export type Gaps = number[];

export function toGaps(numbers: readonly number[]): Gaps {
  return numbers.map((n, i) => n - (numbers[i - 1] ?? 0));
}

export function fromGaps(gaps: Gaps): number[] {
  let n = 0;
  return gaps.map(gap => (n += gap));
}
