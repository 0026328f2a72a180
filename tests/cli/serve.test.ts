import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serveSite } from '../../src/cli/serve.ts';

let home: string;
let site: Served;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'shigen-map-serve-'));
  const root = join(home, 'dist');
  await mkdir(join(root, 'f', 'abc'), { recursive: true });
  await mkdir(join(root, 'empty'));
  await writeFile(join(home, 'secret.txt'), 'secret');
  await writeFile(join(root, 'index.html'), 'home');
  await writeFile(join(root, 'f', 'abc', 'index.html'), 'facility');
  await writeFile(join(root, '404.html'), 'not here');
  await writeFile(join(root, '施設.csv'), 'x');
  await writeFile(join(root, 'map.geojson'), '{}');
  await writeFile(join(root, 'payload.json.gz'), 'gz');
  site = await serveSite(root, { base: '/sub', port: 0 });
});
afterAll(async () => {
  await site.close();
  await rm(home, { recursive: true });
});

/** The path as typed: `fetch` would tidy `..` away before it is sent. */
function ask(
  path: string,
  method = 'GET',
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  const { hostname, port } = new URL(site.url);
  return new Promise((done, fail) => {
    get({ hostname, port, path, method }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', part => {
        text += part;
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, text, headers: response.headers }));
    }).on('error', fail);
  });
}

test.each([
  ['/sub/', 200, 'home'],
  ['/sub/?q=1', 200, 'home'],
  ['/sub/f/abc/', 200, 'facility'],
  ['/sub/%E6%96%BD%E8%A8%AD.csv', 200, 'x'],
  ['/sub/nowhere/', 404, 'not here'],
  ['/sub/empty/', 404, 'not here'],
  ['/sub/index.html/', 404, 'not here'],
  ['/', 404, 'Not Found (the site is under /sub/)\n'],
  ['/subway/', 404, 'Not Found (the site is under /sub/)\n'],
  ['/sub/../secret.txt', 404, 'Not Found\n'],
  ['/sub/..%2fsecret.txt', 404, 'Not Found\n'],
  ['/sub/%2e%2e/%2e%2e/secret.txt', 404, 'Not Found\n'],
  ['/sub/%zz', 404, 'Not Found (the site is under /sub/)\n'],
])('%s → %i %s', async (path, status, text) => {
  expect(await ask(path)).toMatchObject({ status, text });
});

test('a folder without its slash is sent to the one with it, query kept', async () => {
  expect(await ask('/sub/f/abc?q=1')).toMatchObject({
    status: 301,
    headers: { location: '/sub/f/abc/?q=1' },
  });
  expect(await ask('/sub')).toMatchObject({ status: 301, headers: { location: '/sub/' } });
});

test.each([
  ['/sub/', 'text/html; charset=utf-8'],
  ['/sub/map.geojson', 'application/geo+json; charset=utf-8'],
  ['/sub/%E6%96%BD%E8%A8%AD.csv', 'text/csv; charset=utf-8'],
  ['/sub/payload.json.gz', 'application/gzip'],
])('%s is %s, never encoded', async (path, type) => {
  const { headers } = await ask(path);
  expect(headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' });
  expect(headers).not.toHaveProperty('content-encoding');
});

test('HEAD has no body, POST is refused', async () => {
  expect(await ask('/sub/', 'HEAD')).toMatchObject({
    status: 200,
    text: '',
    headers: { 'content-length': '4' },
  });
  expect(await ask('/sub/', 'POST')).toMatchObject({ status: 405 });
});

test('a used port is passed over', async () => {
  const port = Number(new URL(site.url).port);
  const second = await serveSite(join(home, 'dist'), { port });
  expect(Number(new URL(second.url).port)).toBeGreaterThan(port);
  await second.close();
});
