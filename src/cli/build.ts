import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { setCurrentDataset } from '../dataset/current.ts';
import type { Region, RegionFolder } from '../dataset/load.ts';
import { openRegion, readRegion } from '../files/load-region.ts';
import { takeLock } from '../files/lock.ts';
import { makePictures } from '../files/make-pictures.ts';
import {
  discardStaging,
  isForeign,
  measureFolder,
  ownMark,
  publishFolder,
  repairOutput,
  stagingFolder,
} from '../files/publish-folder.ts';
import { writeUpload } from '../files/upload-folder.ts';
import type { PublicDataset } from '../model/dataset.ts';
import { formatOutputSize } from '../report/output-size.ts';
import { formatReport } from '../report/text.ts';
import { parseFlags, requireFolder } from './flags.ts';
import { giveBack, growSlowly } from './memory.ts';
import { bundlePages } from './page-code.ts';
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
  });
  if (!flags || !requireFolder(flags.data)) return 2;
  const out = resolve(flags.out);
  if (isForeign(out)) return refuse(foreign(flags.out), 2);
  if (flags.upload !== undefined) {
    if (isForeign(resolve(flags.upload))) return refuse(foreign(flags.upload), 2);
    if (overlap(resolve(flags.upload), out)) return refuse(uploadWithin, 2);
  }
  growSlowly();
  const { folder, unreachable } = await openRegion(flags.data);
  if (unreachable !== null) return refuse(withoutPrevious(unreachable));
  const dataset = readPublishable(flags, folder, out);
  if (!dataset) return 1;
  const unlock = takeLock(join(checkout, 'node_modules', '.shigen-map', 'build.lock'));
  if (!unlock)
    return refuse(
      'ほかの build が動いています。終わってから、もう一度実行してください。前のサイトはそのままです。',
    );
  try {
    repairOutput(out);
    const staged = stagingFolder(out);
    await render(dataset, staged, flags);
    writeFileSync(join(staged, ownMark), '');
    if (flags.upload !== undefined) collectUpload(out, staged, flags.upload);
    publishFolder(out);
  } catch (error) {
    discardStaging(out);
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

const uploadWithin =
  '--upload と --out に、同じフォルダーや、片方がもう片方の中にあるフォルダーは使えません。別のフォルダーを指定してください。';

/** Is one of two folders the other, or within it? */
function overlap(one: string, other: string): boolean {
  return `${one}${sep}`.startsWith(`${other}${sep}`) || `${other}${sep}`.startsWith(`${one}${sep}`);
}

const withoutPrevious = (url: string): string =>
  `前に公開した一覧（${url}）を読めないため、サイトを作っていません。このまま作ると、なくなった事業所のページが消えてしまいます。あとでもう一度実行するか、公開したサイトの data/facilities.json を地域のフォルダーに置き、site.yaml の previous にその場所を書いてください。前のサイトはそのままです。`;

/** The files that differ from the site that `out` held until now, for an upload by hand. */
function collectUpload(out: string, staged: string, upload: string): void {
  const { changed, gone } = writeUpload(out, staged, resolve(upload), '消すファイル.txt');
  const list = gone.length > 0 ? `。消すファイル ${gone.length}件は「消すファイル.txt」にあります` : '';
  process.stdout.write(`\n「${upload}」に、前から変わった ${changed}ファイルを集めました${list}。\n`);
}

const withoutAddress =
  'お知らせ：サイトのアドレスが分からないので、sitemap.xml、更新のフィード（changes.xml）、印刷の QR コードは作っていません。site.yaml に「publishing: { site: https://…, base: / }」と書くか、--site で指定してください。';

/**
 * The dataset to publish, after its report; null, with the reason said, when nothing may be. What rendering does not
 * need of the region (its rows, the full dataset) ends here.
 */
function readPublishable(
  { data, strict }: { data: string; strict: boolean },
  folder: RegionFolder,
  out: string,
): PublicDataset | null {
  const { value: region, issues } = readRegion(data, todayInJapan(), folder);
  process.stdout.write(
    formatReport(region?.dataset.site.name ?? data, region?.dataset.account ?? null, issues),
  );
  const hasError = issues.some(found => found.severity === 'error');
  const reason = whyNot(region, existsSync(out), strict && hasError);
  if (reason) refuse(reason);
  return region && !reason ? region.publicDataset : null;
}

function whyNot(region: Region | null, isPublished: boolean, isTooStrict: boolean): string | null {
  if (!region) return 'site.yaml を読めないため、サイトを作っていません。前のサイトはそのままです。';
  if (region.blocked.length > 0)
    return `${region.blocked.join('、')} に読めないところがあり、何が公開してよいものか決まらないため、サイトを作っていません。前のサイトはそのままです。`;
  if (region.publicDataset.facilities.length === 0 && isPublished)
    return '掲載できる事業所が1件もないため、サイトを作っていません。前のサイトはそのままです。上の表示を確かめてください。';
  if (isTooStrict) return 'エラーがあるため（--strict）、サイトを作っていません。前のサイトはそのままです。';
  return null;
}

function refuse(sentence: string, code = 1): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

/** Bundles the code of the pages, then renders them into a folder. The dataset is handed over in this process. */
async function render(
  dataset: PublicDataset,
  folder: string,
  flags: { base?: string; site?: string },
): Promise<void> {
  const { publishing } = dataset.site;
  const site = flags.site ?? process.env.SHIGEN_SITE ?? publishing.site;
  const base = flags.base ?? process.env.SHIGEN_BASE ?? publishing.base;
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // A shell's NODE_ENV would put development code on the pages and take their policy away.
  process.env.NODE_ENV = 'production';
  giveBack();
  // The code of the pages lies in the checkout, where it finds our packages.
  const code = await bundlePages(checkout, join(checkout, 'node_modules', '.shigen-map', 'bundle'), {
    site,
    base,
  });
  try {
    for (const name of code.assets) cpSync(join(code.folder, name), join(folder, name), { recursive: true });
    setCurrentDataset(dataset);
    await makePictures(dataset);
    // Loads what Astro needs to render, after NODE_ENV is set.
    const { renderPages } = await import('./render.ts');
    await renderPages(code.entry, folder, site);
  } finally {
    rmSync(code.folder, { recursive: true, force: true });
  }
}
