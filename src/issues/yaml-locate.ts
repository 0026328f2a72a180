import type { Issue } from './issue.ts';
import { readYamlSource } from './yaml.ts';

type Path = readonly PropertyKey[];

/**
 * Gives issues at a settings file, which know only a key and a value (`sources` 「b.csv」), the line where that value
 * stands. An issue that has a line, stands in another file, or whose value is not there is left as it is.
 */
export function locateInYaml(issues: readonly Issue[], file: string, text: string): Issue[] {
  if (!issues.some(found => isPlaceless(found, file))) return [...issues];
  const source = readYamlSource(file, text).value;
  if (!source) return [...issues];
  const leaves = [...leavesOf(source.data, [])];
  const told = new Map<string, number>();
  return issues.map(found => {
    if (!isPlaceless(found, file)) return found;
    const { header = '' } = found.at;
    const meant = leaves.filter(({ path, text: value }) => path.includes(header) && value === found.value);
    // The same wrong value in two places is two issues.
    const key = `${found.code} ${header} ${found.value}`;
    const turn = told.get(key) ?? 0;
    told.set(key, turn + 1);
    const leaf = meant[turn] ?? meant.at(-1);
    if (leaf) return { ...found, at: { ...found.at, row: source.lineOf(leaf.path) } };
    const keys = keysNamed(header, source.data, []);
    const at = keys[turn] ?? keys.at(-1);
    return at ? { ...found, at: { ...found.at, row: source.lineOfKey(at) } } : found;
  });
}

function isPlaceless({ at }: Issue, file: string): boolean {
  return at.file === file && at.row === undefined && at.header !== undefined;
}

/** Where a key of that name stands, the outermost first. */
function keysNamed(name: string, data: unknown, path: Path): Path[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  const inner = Object.entries(data).flatMap(([key, value]) => keysNamed(name, value, [...path, key]));
  return Object.hasOwn(data, name) ? [[...path, name], ...inner] : inner;
}

function* leavesOf(data: unknown, path: Path): Generator<{ path: Path; text: string }> {
  if (typeof data !== 'object' || data === null) yield { path, text: String(data) };
  else
    for (const [key, value] of Object.entries(data))
      yield* leavesOf(value, [...path, Array.isArray(data) ? Number(key) : key]);
}
