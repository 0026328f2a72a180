import { writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { guardFolder, guardOf } from '../files/guard-output.ts';
import { openRegion } from '../files/load-region.ts';
import { takeLock } from '../files/lock.ts';
import {
  discardStaging,
  isForeign,
  measureFolder,
  ownMark,
  publishFolder,
  repairOutput,
  stagingFolder,
} from '../files/publish-folder.ts';
import { secretsOf } from '../files/region-secrets.ts';
import { writeUpload } from '../files/upload-folder.ts';
import { formatLeaks } from '../report/leaks.ts';
import { formatOutputSize } from '../report/output-size.ts';
import { machineRandom } from '../secure/cipher.ts';
import { watchedKeys } from '../secure/leak-guard-keys.ts';
import { editionText as text } from '../text/keys.ts';
import { parseFlags, requireFolder } from './flags.ts';
import { growSlowly } from './memory.ts';
import { writeEdition } from './professional-edition.ts';
import { isPublicRepository, isUnsure } from './public-repository.ts';
import { type Publishable, readPublishable } from './publishable.ts';
import { refuse } from './refuse.ts';
import { renderSite } from './render-site.ts';
import { todayInJapan } from './today.ts';
import { tellUnexpected } from './unexpected.ts';

const checkout = join(import.meta.dirname, '..', '..');

/** What a build was asked for. */
interface BuildFlags {
  data: string;
  base?: string;
  site?: string;
  strict: boolean;
  upload?: string;
}

/** Where the site goes, and its professional edition where that has a folder of its own; whole paths. */
interface Targets {
  /** As it was typed. */
  named: string;
  out: string;
  separate: string | null;
}

/**
 * `build`: publishes what is good and lists the rest loudly. Exit 1 when nothing could be published, or with
 * `--strict` when any row has an error; then the previous output is untouched.
 */
export async function buildCommand(args: string[]): Promise<number> {
  const flags = parseFlags(args, {
    data: { type: 'string', default: 'data' },
    out: { type: 'string', default: 'dist' },
    base: { type: 'string' },
    site: { type: 'string' },
    strict: { type: 'boolean', default: false },
    upload: { type: 'string' },
    'separate-pro': { type: 'string' },
    'allow-public-source': { type: 'boolean', default: false },
  });
  if (!flags || !requireFolder(flags.data)) return 2;
  const { out, upload, 'separate-pro': apart, 'allow-public-source': allowsPublic } = flags;
  const reason = whyNotThere([out, upload, apart].filter(folder => folder !== undefined));
  if (reason) return refuse(reason, 2);
  const targets = {
    named: out,
    out: resolve(out),
    separate: apart === undefined ? null : resolve(apart),
  };
  growSlowly();
  const { folder, unreachable } = await openRegion(flags.data);
  if (unreachable !== null) return refuse(withoutPrevious(unreachable));
  const secrets = secretsOf(folder, process.env);
  if ('brokenLine' in secrets) return refuse(text.brokenSecrets(secrets.where, secrets.brokenLine));
  const openness = {
    isOpenToAll: isPublicRepository(process.env) === true && !allowsPublic,
    isUnsure: isUnsure(process.env) && !allowsPublic,
  };
  const today = todayInJapan();
  const publishable = await readPublishable({
    ...{ data: flags.data, strict: flags.strict, folder },
    ...{ out: targets.out, secrets, today, ...openness },
  });
  if (!publishable) return 1;
  const unlock = takeLock(join(checkout, 'node_modules', '.shigen-map', 'build.lock'));
  if (!unlock) return refuse(isRunning);
  try {
    return await publish(publishable, targets, flags, [...secrets.values()]);
  } catch (error) {
    for (const folder of foldersOf(targets)) discardStaging(folder);
    tellUnexpected(error);
    return refuse('サイトを作る途中で止まりました。前のサイトはそのままです。');
  } finally {
    unlock();
  }
}

/** Why the folders that were named cannot be written to; null when they can. */
function whyNotThere(named: readonly string[]): string | null {
  const taken = named.find(folder => isForeign(resolve(folder)));
  if (taken !== undefined) return foreign(taken);
  return overlapAmong(named.map(folder => resolve(folder))) ? foldersWithin : null;
}

function foldersOf({ out, separate }: Targets): string[] {
  return [out, ...(separate === null ? [] : [separate])];
}

/** Renders and seals beside the published folders, looks for leaks, and only then puts the new site in their place. */
async function publish(
  { dataset, edition, watchList, originals }: Publishable,
  targets: Targets,
  flags: BuildFlags,
  phrases: readonly string[],
): Promise<number> {
  const { out, separate } = targets;
  for (const folder of foldersOf(targets)) repairOutput(folder);
  const staged = stagingFolder(out);
  const apart = edition ? separate : null;
  const stagedApart = apart === null ? null : stagingFolder(apart);
  await renderSite(checkout, dataset, staged, stagedApart, flags);
  const sealed = edition && (await writeEdition(edition, stagedApart ?? staged, new Date(), machineRandom));
  const keys = watchedKeys(phrases, sealed?.material.keys ?? [], edition?.files ?? []);
  const allStaged = [staged, ...(stagedApart === null ? [] : [stagedApart])];
  const leaks = allStaged.flatMap(folder => guardFolder(folder, guardOf(watchList, keys)));
  if (leaks.length > 0) {
    for (const folder of foldersOf(targets)) discardStaging(folder);
    return refuse(formatLeaks(leaks, originals));
  }
  for (const folder of allStaged) writeFileSync(join(folder, ownMark), '');
  if (flags.upload !== undefined) collectUpload(out, staged, flags.upload);
  if (apart !== null) publishFolder(apart);
  publishFolder(out);
  if (sealed) process.stdout.write(`\n${sealed.summary}\n`);
  if (separate !== null)
    process.stdout.write(`${apart === null ? text.notApart(separate) : text.apart(separate)}\n`);
  process.stdout.write(`\n${formatOutputSize(targets.named, measureFolder(out))}\n`);
  if (!flags.site && !dataset.site.publishing.site) process.stdout.write(`${withoutAddress}\n`);
  return 0;
}

const isRunning =
  'ほかの build が動いています。終わってから、もう一度実行してください。前のサイトはそのままです。';

const foreign = (folder: string): string =>
  `「${folder}」には、このツールが作ったものではないファイルがあります。消さないために中止しました。空のフォルダーを指定してください。`;

const foldersWithin =
  '--out、--upload、--separate-pro に、同じフォルダーや、片方がもう片方の中にあるフォルダーは使えません。別のフォルダーを指定してください。';

/** Is one of the folders another, or within it? */
function overlapAmong(folders: readonly string[]): boolean {
  return folders.some((one, index) =>
    folders.some((other, at) => at !== index && `${one}${sep}`.startsWith(`${other}${sep}`)),
  );
}

const withoutPrevious = (url: string): string =>
  `前に公開した一覧（${url}）を読めないため、サイトを作っていません。このまま作ると、なくなった事業所のページが消えてしまいます。あとでもう一度実行するか、公開したサイトの data/facilities.json を地域のフォルダーに置き、site.yaml の previous にその場所を書いてください。前のサイトはそのままです。`;

/** The files that differ from the site that `out` held until now, for an upload by hand. */
function collectUpload(out: string, staged: string, upload: string): void {
  const { changed, pending, gone } = writeUpload(out, staged, resolve(upload), '消すファイル.txt');
  const list = gone.length > 0 ? `。消すファイル ${gone.length}件は「消すファイル.txt」にあります` : '';
  const rest = pending > 0 ? `（前に集めて、まだそこにあった ${pending}ファイルも残しています）` : '';
  process.stdout.write(
    `\n「${upload}」に、前から変わった ${changed}ファイルを集めました${rest}${list}。送りおわったら、「${upload}」の中を空にしてください。\n`,
  );
}

const withoutAddress =
  'お知らせ：サイトのアドレスが分からないので、sitemap.xml、更新のフィード（changes.xml）、印刷の QR コードは作っていません。site.yaml に「publishing: { site: https://…, base: / }」と書くか、--site で指定してください。';
