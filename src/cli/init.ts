import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { shippedVocabulary } from '../files/load-region.ts';
import { isFree, writeNewFolder } from '../files/new-folder.ts';
import { regionFolder } from '../files/region-folder.ts';
import { type NewRegion, newRegion } from '../survey/new-region.ts';
import { newRegionText as text } from '../text/new-region.ts';
import { parseWords } from './flags.ts';

/**
 * `init <folder>`: a new region's folder. What the flags do not say is asked for when somebody sits at the terminal.
 * Exit 1 when the folder is not empty or the boundaries hold none of the municipalities.
 */
export async function initCommand(args: string[]): Promise<number> {
  const parsed = parseWords(
    args,
    {
      name: { type: 'string' },
      municipality: { type: 'string', multiple: true },
      contact: { type: 'string' },
      phone: { type: 'string' },
      email: { type: 'string' },
      listing: { type: 'string' },
      site: { type: 'string' },
      n03: { type: 'string' },
      engine: { type: 'string' },
    },
    ['新しいフォルダー'],
  );
  if (!parsed) return 2;
  const { flags, words } = parsed;
  const [folder = ''] = words;
  if (!isFree(folder)) return refuse(text.notEmpty(folder), 1);
  const boundaries = flags.n03 === undefined ? null : regionFolder('.').read(flags.n03);
  if (flags.n03 !== undefined && !boundaries) return refuse(text.noFile(flags.n03), 2);
  const answers = process.stdin.isTTY ? await ask(flags) : flags;
  if (!answers.name) return refuse(text.needName, 2);
  const engine = flags.engine ?? engineOfCheckout() ?? text.engineUnknown;
  if (!/^[\w.-]+\/[\w.-]+$/.test(engine)) return refuse(text.badEngine(engine), 2);
  const listing = listings.get(answers.listing ?? 'public');
  if (!listing) return refuse(text.noListing(answers.listing ?? ''), 2);
  const region: NewRegion = {
    name: answers.name,
    municipalities: (answers.municipality ?? []).flatMap(each => each.split(/[、,，\s]+/)).filter(Boolean),
    contact: { name: answers.contact ?? '', phone: answers.phone ?? '', email: answers.email ?? '' },
    listing,
    site: flags.site ?? null,
    boundaries: boundaries && new TextDecoder().decode(boundaries),
    engine,
  };
  const files = await newRegion(region, shippedVocabulary()).catch((error: unknown) => {
    if (error instanceof RangeError || error instanceof SyntaxError) return null;
    throw error;
  });
  if (!files) return refuse(text.noBoundaries(flags.n03 ?? ''), 1);
  writeNewFolder(folder, files);
  process.stdout.write(text.done(folder));
  if (engine === text.engineUnknown) process.stdout.write(text.engineTodo(folder));
  return 0;
}

/** `owner/name` where this checkout was cloned from GitHub; null where it was not. */
function engineOfCheckout(): string | null {
  const config = regionFolder(join(import.meta.dirname, '..', '..')).read('.git/config');
  const [, origin = ''] =
    /\[remote "origin"\]([^[]*)/.exec(config ? new TextDecoder().decode(config) : '') ?? [];
  const [, name] = /^\s*url\s*=.*\bgithub\.com[:/]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?\s*$/m.exec(origin) ?? [];
  return name ?? null;
}

/** As a flag, and as answered at the terminal. A word that is none of these opens nothing. */
const listings: ReadonlyMap<string, NewRegion['listing']> = new Map([
  ['public', 'public'],
  ['1', 'public'],
  ['professional', 'professional'],
  ['2', 'professional'],
]);

interface Answers {
  name?: string | undefined;
  municipality?: string[] | undefined;
  contact?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
  listing?: string | undefined;
}

async function ask(given: Answers): Promise<Answers> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const question = async (key: keyof typeof text.questions, known: string | undefined) =>
    known ?? (await terminal.question(`${text.questions[key]}： `)).trim();
  try {
    return {
      name: await question('name', given.name),
      municipality: given.municipality ?? [await question('municipality', undefined)],
      contact: await question('contact', given.contact),
      phone: await question('phone', given.phone),
      email: await question('email', given.email),
      listing: await question('listing', given.listing),
    };
  } finally {
    terminal.close();
  }
}

function refuse(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}
