/**
 * The bytes of `JSON.stringify({ ...about, [name]: records })`, record by record: the text of ten thousand records at
 * once would be the largest thing a build holds.
 */
export function jsonInPieces(
  about: object,
  name: string,
  records: Iterable<unknown>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const pieces = textInPieces(about, name, records);
  return new ReadableStream({
    pull(controller) {
      const { value, done } = pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}

function* textInPieces(about: object, name: string, records: Iterable<unknown>): Generator<string> {
  let before = `${JSON.stringify(about).slice(0, -1)},${JSON.stringify(name)}:[`;
  for (const record of records) {
    yield before + JSON.stringify(record);
    before = ',';
  }
  yield before === ',' ? ']}' : `${before}]}`;
}
