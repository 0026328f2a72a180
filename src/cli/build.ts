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
import { isPublicRepository } from './public-repository.ts';
import { readPublishable } from './publishable.ts';
import { refuse } from './refuse.ts';
import { renderSite } from './render-site.ts';
import { todayInJapan } from './today.ts';

const checkout = join(import.meta.dirname, '..', '..');

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
  const out = resolve(flags.out);
  const separate = flags['separate-pro'] === undefined ? null : resolve(flags['separate-pro']);
  const named = [flags.out, flags.upload, flags['separate-pro']].filter(folder => folder !== undefined);
  const taken = named.find(folder => isForeign(resolve(folder)));
  if (taken !== undefined) return refuse(foreign(taken), 2);
  if (overlapAmong(named.map(folder => resolve(folder)))) return refuse(foldersWithin, 2);
  growSlowly();
  const { folder, unreachable } = await openRegion(flags.data);
  if (unreachable !== null) return refuse(withoutPrevious(unreachable));
  const secrets = secretsOf(folder, process.env);
  if ('brokenLine' in secrets) return refuse(text.brokenSecrets(secrets.where, secrets.brokenLine));
  const isOpenToAll = isPublicRepository(process.env) === true && !flags['allow-public-source'];
  const today = todayInJapan();
  const publishable = await readPublishable({ ...flags, folder, out, secrets, today, isOpenToAll });
  if (!publishable) return 1;
  const { dataset, edition, watchList } = publishable;
  const unlock = takeLock(join(checkout, 'node_modules', '.shigen-map', 'build.lock'));
  if (!unlock)
    return refuse(
      'ほかの build が動いています。終わってから、もう一度実行してください。前のサイトはそのままです。',
    );
  const outputs = [out, ...(separate ? [separate] : [])];
  const apart = edition && separate;
  try {
    for (const folder of outputs) repairOutput(folder);
    const staged = stagingFolder(out);
    const stagedApart = apart ? stagingFolder(apart) : null;
    await renderSite(checkout, dataset, staged, stagedApart, flags);
    const sealed = edition && (await writeEdition(edition, stagedApart ?? staged, new Date(), machineRandom));
    const keys = watchedKeys([...secrets.values()], sealed?.material.keys ?? [], edition?.files ?? []);
    const allStaged = [staged, ...(stagedApart ? [stagedApart] : [])];
    const leaks = allStaged.flatMap(folder => guardFolder(folder, guardOf(watchList, keys)));
    if (leaks.length > 0) {
      for (const folder of outputs) discardStaging(folder);
      return refuse(formatLeaks(leaks));
    }
    for (const folder of allStaged) writeFileSync(join(folder, ownMark), '');
    if (flags.upload !== undefined) collectUpload(out, staged, flags.upload);
    if (apart) publishFolder(apart);
    publishFolder(out);
    if (sealed) process.stdout.write(`\n${sealed.summary}\n`);
    if (separate) process.stdout.write(`${apart ? text.apart(separate) : text.notApart(separate)}\n`);
  } catch (error) {
    for (const folder of outputs) discardStaging(folder);
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return refuse('サイトを作る途中で止まりました。前のサイトはそのままです。');
  } finally {
    unlock();
  }
  process.stdout.write(`\n${formatOutputSize(flags.out, measureFolder(out))}\n`);
  if (!flags.site && !dataset.site.publishing.site) process.stdout.write(`${withoutAddress}\n`);
  return 0;
}

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
