/** What is worked out again and again is kept beside what it was worked out from, and goes with it. */

/** Worked out at the first call for each. */
export function onceFor<Of extends WeakKey, Value>(make: (of: Of) => Value): (of: Of) => Value {
  const made = new WeakMap<Of, { value: Value }>();
  return of => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}

/** The `most` that were asked for last, by key. What is returned is shared: read only. */
export function lastFor<Of extends WeakKey, Asked extends readonly unknown[], Value>(
  most: number,
  keyOf: (...asked: Asked) => string,
  make: (of: Of, ...asked: Asked) => Value,
): (of: Of, ...asked: Asked) => Value {
  const madeFor = onceFor((_: Of) => new Map<string, { value: Value }>());
  return (of, ...asked) => {
    const made = madeFor(of);
    const key = keyOf(...asked);
    const known = made.get(key) ?? { value: make(of, ...asked) };
    // Behind all others: the first is the one longest not asked for.
    made.delete(key);
    made.set(key, known);
    if (made.size > most) made.delete(made.keys().next().value!);
    return known.value;
  };
}
