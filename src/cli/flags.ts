import { dirname, resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isFolder } from '../files/region-folder.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Parses a command's flags. On wrong use it says so in Japanese and gives null; the command then exits with 2.
 */
export function parseFlags<const T extends Options>(args: string[], options: T) {
  return parseWords(args, options, [])?.flags ?? null;
}

/**
 * The same for a command that takes words beside its flags: one for each of `names`, which say what they are; of one
 * that ends with `…`, as many as there are, `least` of them.
 */
export function parseWords<const T extends Options>(
  args: string[],
  options: T,
  names: readonly string[],
  least = names.length,
) {
  try {
    const allowPositionals = names.length > 0;
    const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals });
    const isOpen = names.at(-1)?.endsWith('…') ?? false;
    const isEnough = isOpen ? positionals.length >= least : positionals.length === names.length;
    if (isEnough) return { flags: values, words: positionals };
    const order = names.length > 1 ? 'を、この順に' : 'を';
    process.stderr.write(`${names.map(name => `<${name}>`).join(' ')} ${order}指定してください。\n`);
    return null;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const word = /'([^']+)'/.exec((error as Error).message)?.[1] ?? '';
    const reason =
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? `「${word}」という指定はありません。`
        : `「${word}」の書き方が正しくありません。`;
    process.stderr.write(
      `${reason}使えるもの: ${Object.keys(options)
        .map(name => `--${name}`)
        .join(' ')}\n`,
    );
    return null;
  }
}

/** Says so and gives false when there is no such region folder. */
export function requireFolder(folder: string): boolean {
  if (isFolder(folder)) return true;
  process.stderr.write(
    `「${folder}」というフォルダーがありません。--data に地域のフォルダーを指定してください（例：--data data）。\n`,
  );
  return false;
}

/** Says so and gives false when a file that is asked for would stand in a folder that does not exist. */
export function requireFolderOf(flag: string, file: string | undefined): boolean {
  if (file === undefined || isFolder(dirname(resolve(file)))) return true;
  process.stderr.write(
    `--${flag} の「${file}」を書くフォルダーがありません。フォルダーを作るか、ほかの場所を指定してください（例：--${flag} ${file.split(/[\\/]/).at(-1)}）。\n`,
  );
  return false;
}
