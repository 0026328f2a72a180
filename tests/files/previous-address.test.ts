import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadRegion } from '../../src/dataset/load.ts';
import { withPrevious } from '../../src/files/previous-address.ts';
import { csv, folderOf, vocabulary } from '../dataset/region.ts';

let server: Server;
let origin: string;
const published = { asOf: '2026-04-01', facilities: [{ id: 'a-9', name: 'きえた薬局' }], closed: [] };

beforeAll(async () => {
  server = createServer(({ url }, response) => {
    response.statusCode = url === '/site/data/facilities.json' ? 200 : url?.startsWith('/broken') ? 503 : 404;
    response.end(JSON.stringify(published));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const region = (previous: string) =>
  folderOf({
    'site.yaml': `name: みほん圏域\nprevious: ${previous}\n`,
    'facilities/a.csv': csv([{ ID: 'a-1', 名称: 'みほん薬局', 種別: '薬局', 住所: '新発田市西町0-1' }]),
  });
const read = async (previous: string) => {
  const { folder, unreachable } = await withPrevious(region(previous));
  return { unreachable, region: loadRegion(folder, vocabulary).value! };
};

it('a published site is compared by its address; who closed keeps a page', async () => {
  for (const previous of [`${origin}/site`, `${origin}/site/data/facilities.json`]) {
    const { region, unreachable } = await read(previous);
    expect(unreachable).toBeNull();
    expect(region.publicDataset.closed.map(({ name }) => name)).toEqual(['きえた薬局']);
  }
});

it('where nothing was published yet, that is told and no obstacle', async () => {
  const { region, unreachable } = await read(`${origin}/new`);
  expect(unreachable).toBeNull();
  expect(region.issues.map(({ code }) => code)).toContain('previous-not-found');
});

it('a server that does not answer, or answers with an error, is an obstacle: closed pages would vanish', async () => {
  expect((await read(`${origin}/broken`)).unreachable).toBe(`${origin}/broken/data/facilities.json`);
  expect((await read('http://127.0.0.1:1')).unreachable).not.toBeNull();
});
