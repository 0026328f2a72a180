import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundled, licences } from '../../src/cli/licences.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** Specifiers that leave something to run: not those of types alone. */
function importsOf(file: string): string[] {
  const code = read(file).replace(/\/\*[\s\S]*?\*\//g, '');
  const imported = [...code.matchAll(/(?:^|\n)(?:import|export)\s+(?!type\b)([^;'"]*?from\s+)?'([^']+)'/g)];
  const isOfTypes = (names = '') => /^\{(?:\s*type\s+\w+(?:\s+as\s+\w+)?\s*,?)+\s*\}\s*from\s+$/.test(names);
  const asked = [...code.matchAll(/import\('([^']+)'\)|new URL\('([^']+)', import\.meta/g)];
  return [
    ...imported.flatMap(([, names, from]) => (isOfTypes(names) ? [] : from!)),
    ...asked.map(([, module, worker]) => (module ?? worker)!),
  ];
}

/** Packages that the code of the islands reaches, by way of our own modules. */
function packagesReached(): Set<string> {
  const islands = readdirSync(join(root, 'src/islands')).filter(name => /\.tsx?$/.test(name));
  const waiting = islands.map(name => `src/islands/${name}`);
  const seen = new Set(waiting);
  const packages = new Set<string>();
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith('.')) packages.add(specifier);
      else if (/\.tsx?$/.test(specifier)) {
        const next = posix.join(posix.dirname(file), specifier);
        if (!seen.has(next)) waiting.push(next);
        seen.add(next);
      }
    }
  }
  return packages;
}

/** `react-dom/client` → `react-dom`. */
const nameOf = (specifier: string) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)![0];

describe('licences of what is bundled', () => {
  const text = licences();

  test('every package that the islands reach is named, and what it brings along', () => {
    const reached = [...new Set([...packagesReached()].map(nameOf))];
    expect(reached).toEqual(expect.arrayContaining(['leaflet', 'react', 'supercluster', 'fuse.js']));
    const brought = [...reached, 'react-dom'].flatMap(name =>
      Object.keys(JSON.parse(read(`node_modules/${name}/package.json`)).dependencies ?? {}),
    );
    const code = [...reached, ...brought].filter(name => !name.startsWith('@types/'));
    expect(code.filter(name => !bundled.some(each => each === name))).toEqual([]);
  });

  test.each([
    ['leaflet', /Volodymyr Agafonkin[\s\S]*Redistributions in binary form must reproduce/],
    ['react', /Meta Platforms[\s\S]*The above copyright notice and this permission notice/],
    ['supercluster', /Mapbox[\s\S]*Permission to use, copy, modify/],
    ['fuse.js', /Apache License[\s\S]*You must give any other recipients/],
  ])('%s: its version, who wrote it and the whole text', (name, says) => {
    const [, version] = /"version": "([^"]+)"/.exec(read(`node_modules/${name}/package.json`))!;
    const own = text.split('-'.repeat(72)).find(part => part.trim().startsWith(`${name} ${version}`));
    expect(own).toMatch(says);
  });
});
