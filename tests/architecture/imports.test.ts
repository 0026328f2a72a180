import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** From `model` to `report`: what must one day run in an officer's browser, without any framework. */
const coreRooms = [
  ...[
    'model',
    'vocabulary',
    'issues',
    'ingest',
    'columns',
    'formats',
    'normalize',
    'geo',
    'dataset',
    'match',
  ],
  ...['calendar', 'search', 'secure', 'diff', 'survey', 'export', 'indicators', 'report'],
  ...['articles', 'import', 'professional'],
];
/** The rooms that run on Node only. */
const nodeRooms = ['files', 'cli'];
/** The rooms that are the site. */
const siteRooms = ['islands', 'components', 'layouts', 'pages', 'styles'];
/** What may reach the visitor's device with an island; sentences arrive as props. */
const islandRooms = [
  ...['islands', 'model', 'search', 'professional', 'calendar', 'secure', 'geo'],
  'normalize',
];

interface ImportLine {
  /** `src/search/index.ts` */
  file: string;
  room: string;
  specifier: string;
  /** The room of `src/` it points to, or null for a package. */
  target: string | null;
  typeOnly: boolean;
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map(name => posix.join('src', name.replaceAll('\\', '/')))
  .filter(name => /\.(ts|tsx|mts|mjs|js|astro)$/.test(name))
  .map(file => ({ file, room: roomOf(file), code: withoutComments(readFileSync(join(root, file), 'utf8')) }));

const imports = sources.flatMap(({ file, code }) => importsOf(file, code));

const nodeModules = new Set(builtinModules);
const isNode = ({ specifier }: ImportLine) =>
  specifier.startsWith('node:') || nodeModules.has(specifier.split('/')[0] ?? '');
const isPackage = (...names: string[]) => {
  return ({ specifier }: ImportLine) =>
    names.some(name => specifier === name || specifier.startsWith(`${name}/`));
};

/** One rule over the import lines: which lines break it. */
const rules: [rule: string, breaks: (line: ImportLine) => boolean][] = [
  ['node:* only in src/files and src/cli', line => isNode(line) && !nodeRooms.includes(line.room)],
  [
    'react and leaflet only in src/islands',
    line => isPackage('react', 'react-dom', 'leaflet')(line) && line.room !== 'islands',
  ],
  [
    `islands import only ${islandRooms.join(', ')} (types of others may be named: sentences come as props)`,
    line =>
      line.room === 'islands' && !line.typeOnly && line.target !== null && !islandRooms.includes(line.target),
  ],
  [
    'nothing from model to report imports astro, the site, files or cli',
    line =>
      coreRooms.includes(line.room) &&
      (/^(astro\b|astro:|@astrojs\/)/.test(line.specifier) ||
        [...siteRooms, ...nodeRooms].includes(line.target ?? '')),
  ],
  [
    'model imports no other room, except types',
    line => line.room === 'model' && line.target !== null && line.target !== 'model' && !line.typeOnly,
  ],
  ['nothing but cli imports cli', line => line.target === 'cli' && line.room !== 'cli'],
  [
    'no test code in src',
    line => line.target === '..' || isPackage('vitest', 'playwright-core', 'jsdom')(line),
  ],
];

test.each(rules)('%s', (rule, breaks) => {
  const broken = imports.filter(breaks).map(line => `${line.file} imports '${line.specifier}': ${rule}`);
  expect(broken).toEqual([]);
});

test('no process and no Buffer outside src/files and src/cli: everything else is browser-safe', () => {
  const broken = sources
    .filter(({ room }) => !nodeRooms.includes(room))
    .flatMap(({ file, code }) =>
      (code.match(/(?<![\w$.'-])(process\.\w+|Buffer\b[.(]\w*)/g) ?? []).map(use => `${file} uses ${use}`),
    );
  expect(broken).toEqual([]);
});

test('nothing is called utils or helpers: a room is named by its meaning', () => {
  const names = sources
    .filter(({ file }) => /(^|\/)(utils?|helpers?)(\/|\.)/.test(file))
    .map(({ file }) => file);
  expect(names).toEqual([]);
});

test('every folder of src is a room of the design', () => {
  const known = [...coreRooms, ...nodeRooms, ...siteRooms, 'text'];
  const rooms = new Set(sources.filter(({ file }) => file.split('/').length > 2).map(({ room }) => room));
  expect([...rooms].filter(room => !known.includes(room))).toEqual([]);
});

test('the reader of import lines sees what it must', () => {
  const code = `import a, { b } from 'node:fs';\nimport type { C } from '../cli/c.ts';
    export * from "./d.ts"; await import('react'); import 'leaflet/dist/leaflet.css';
    import {\n  type E,\n  type F,\n} from '../model/e.ts';\nexport type { G } from '../issues/g.ts';`;
  const seen = importsOf('src/search/x.ts', code).map(line => [line.specifier, line.target, line.typeOnly]);
  expect(seen).toEqual([
    ['node:fs', null, false],
    ['../cli/c.ts', 'cli', true],
    ['./d.ts', 'search', false],
    ['../model/e.ts', 'model', true],
    ['../issues/g.ts', 'issues', true],
    ['react', null, false],
    ['leaflet/dist/leaflet.css', null, false],
  ]);
});

function importsOf(file: string, code: string): ImportLine[] {
  const found: ImportLine[] = [];
  const add = (specifier: string, typeOnly: boolean) =>
    found.push({ file, room: roomOf(file), specifier, target: targetOf(file, specifier), typeOnly });
  for (const [, type, names = '', specifier = ''] of code.matchAll(
    /\b(?:import|export)\s+(type\s+)?([\w$*\s{},]*?)\s*from\s*['"]([^'"]+)['"]/g,
  )) {
    add(specifier, type !== undefined || onlyTypes(names));
  }
  for (const [, specifier = ''] of code.matchAll(/\bimport\s*\(\s*['"]([^'"]+)['"]/g)) add(specifier, false);
  for (const [, specifier = ''] of code.matchAll(/\bimport\s*['"]([^'"]+)['"]/g)) add(specifier, false);
  return found;
}

/** `{ type A, type B }`: nothing is left of it when the types are gone. */
function onlyTypes(names: string): boolean {
  const inside = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  const parts =
    inside
      ?.split(',')
      .map(part => part.trim())
      .filter(part => part !== '') ?? [];
  return parts.length > 0 && parts.every(part => part.startsWith('type '));
}

function targetOf(file: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return roomOf(posix.join(posix.dirname(file), specifier));
}

/** `src/search/x.ts` → `search`; outside src → `..`. */
function roomOf(path: string): string {
  const parts = path.split('/');
  return parts[0] === 'src' ? (parts[1] ?? '') : '..';
}

/** Comments may speak of process.env and node:fs. `://` in a string is no comment. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}
