/** Adds all items at the end. `push(...items)` overflows the stack on the many thousand rows of a national file. */
export function append<T>(target: T[], items: Iterable<T>): void {
  for (const item of items) target.push(item);
}
