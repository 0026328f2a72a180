import { expect, test } from 'vitest';
import { jsonInPieces } from '../../src/export/json-pieces.ts';

test.for([[[]], [[{ name: '髙橋' }]], [[{ a: 1 }, null, 'x']]])(
  'as JSON.stringify writes it: %j',
  async ([records]) => {
    const text = await new Response(
      jsonInPieces({ region: 'みほん', n: 1 }, 'facilities', records ?? []),
    ).text();
    expect(text).toBe(JSON.stringify({ region: 'みほん', n: 1, facilities: records }));
  },
);
