import { existsSync, readFileSync } from 'node:fs';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import { loadRegion, type Region, type RegionFolder } from '../dataset/load.ts';
import { compareRegions } from '../diff/regions.ts';
import { changeFiles, lockFolder } from '../files/change-files.ts';
import { openFolder, readRegion, shippedVocabulary } from '../files/load-region.ts';
import { stateOfRegion } from '../files/region-state.ts';
import { fileOfLayer } from '../import/layers.ts';
import { overlayFolder } from '../import/overlay.ts';
import { type Prepared, prepareImport, type Wanted } from '../import/prepare.ts';
import { isTooMuch, vanishedFrom } from '../import/vanished.ts';
import { codesIn, onlyOf } from '../import/wishes.ts';
import { decodeText } from '../ingest/decode.ts';
import { formatIssue } from '../issues/issue.ts';
import { readDate } from '../normalize/date.ts';
import { formatImport, type ImportReport } from '../report/import.ts';
import { masked } from '../report/mask.ts';
import { formatReport } from '../report/text.ts';
import { importText as text } from '../text/import.ts';
import { parseWords, requireFolder } from './flags.ts';
import { growSlowly } from './memory.ts';
import { todayInJapan } from './today.ts';

/**
 * `import`: the region's rows of official and other lists become layers of its folder, with their entries in
 * `site.yaml`. Exit 1, with nothing written, when a list is not known, no row is the region's, or more than a tenth of a
 * layer would be gone.
 */
export async function importCommand(args: string[]): Promise<number> {
  const parsed = parseWords(
    args,
    {
      data: { type: 'string', default: 'data' },
      municipality: { type: 'string', multiple: true, default: [] },
      prefecture: { type: 'string', multiple: true, default: [] },
      area: { type: 'string', multiple: true, default: [] },
      polygon: { type: 'string', multiple: true, default: [] },
      codes: { type: 'string' },
      as: { type: 'string' },
      'as-of': { type: 'string' },
      accept: { type: 'boolean', default: false },
    },
    ['ファイル…'],
  );
  if (!parsed || !requireFolder(parsed.flags.data)) return 2;
  const { flags, words } = parsed;
  const { codes, as, 'as-of': date } = flags;
  const missing = [...words, ...flags.polygon, ...(codes === undefined ? [] : [codes])].find(
    path => !existsSync(path),
  );
  if (missing !== undefined) return refuse(text.noFile(missing), 2);
  if (as !== undefined && !/^[^\\/:*?"<>|.~][^\\/:*?"<>|]*$/.test(as)) return refuse(text.badName(as), 2);
  const polygon = flags.polygon.map(path =>
    relative(resolve(flags.data), resolve(path)).replaceAll('\\', '/'),
  );
  const [far] = polygon.filter(path => path.startsWith('../') || isAbsolute(path));
  if (far !== undefined) return refuse(text.farPolygon(far), 2);
  const asOf = date === undefined ? undefined : readDate(date).value;
  if (asOf === null) return refuse(text.badDate(date ?? ''), 2);
  const wanted: Wanted = {
    files: words.map(path => ({ name: basename(path), bytes: readFileSync(path) })),
    only: onlyOf({ ...flags, polygon }),
    codes: codes === undefined ? null : codesIn(decodeText(codes, readFileSync(codes)).value),
    ...{ as: as?.replace(/\.csv$/i, ''), asOf },
  };
  growSlowly();
  const root = resolve(flags.data);
  return underLock(root, await openFolder(root), wanted, flags.accept);
}

function refuse(sentence: string, code: 1 | 2): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}

function underLock(root: string, folder: RegionFolder, wanted: Wanted, isAccepted: boolean): number {
  const { value: region, issues } = readRegion(root, todayInJapan(), folder);
  if (!region) {
    process.stderr.write(formatReport(root, null, issues));
    return refuse(text.noSite, 1);
  }
  const unlock = lockFolder(root);
  if (!unlock) return refuse(text.busy, 1);
  try {
    const prepared = prepareImport(folder, region, wanted, (file, rows) =>
      process.stderr.write(`${text.progress(file, rows)}\n`),
    );
    if (prepared.kind === 'ready') return finish(root, folder, region, prepared, isAccepted);
    if (prepared.issues.length > 0) process.stderr.write(formatReport('', null, prepared.issues));
    const proposed = prepared.proposal === null ? [] : [writeProposal(root, prepared.proposal)];
    return refuse([...prepared.sentences, ...proposed].join('\n'), prepared.isWrongUse ? 2 : 1);
  } finally {
    unlock();
  }
}

const proposalFile = 'columns-案.yaml';

/** What to do with the proposal that was written. */
function writeProposal(root: string, proposal: string): string {
  const backup = changeFiles(root, new Map([[proposalFile, proposal]])).get(proposalFile);
  return [text.proposed(proposalFile), ...(backup ? [text.backups([backup])] : [])].join('\n');
}

type Ready = Extract<Prepared, { kind: 'ready' }>;

/** Says what will be different, and writes unless too much would be gone. */
function finish(
  root: string,
  before: RegionFolder,
  region: Region,
  prepared: Ready,
  isAccepted: boolean,
): number {
  const { texts } = prepared.plan;
  const after = loadRegion(overlayFolder(before, texts), shippedVocabulary(), todayInJapan());
  if (!after.value) throw new Error(masked(after.issues).map(formatIssue).join('\n'));
  const report = reportOf(region, after.value, prepared);
  process.stdout.write(formatImport(report));
  const tooMuch = report.layers.filter(({ vanished }) => isTooMuch(vanished));
  const { name } = region.dataset.site;
  if (tooMuch.length > 0 && !isAccepted) {
    const reasons = tooMuch.map(({ layer, vanished }) => text.tooMuch(layer.name, vanished));
    return refuse([...reasons, text.notDone(name)].join('\n'), 1);
  }
  process.stdout.write(`${doneText(name, changeFiles(root, texts))}\n`);
  return 0;
}

function doneText(name: string, written: ReadonlyMap<string, string | null>): string {
  if (written.size === 0) return text.unchanged;
  const backups = [...written.values()].filter(backup => backup !== null);
  const kept = backups.length > 0 ? [text.backups(backups)] : [];
  return [text.done(name), text.written([...written.keys()]), ...kept].join('\n');
}

function reportOf(before: Region, after: Region, { plan, issues, unused, notFound }: Ready): ImportReport {
  const { vocabulary, areas } = after.publicDataset;
  const names = new Set(plan.layers.map(({ name }) => `${name}.csv`));
  const layers = plan.layers.map(layer => {
    const file = fileOfLayer(layer.name);
    const source = after.dataset.site.sources?.find(one => one.file === file);
    const isNew = ![...before.layerFiles.values()].includes(file);
    return { layer, isNew, asOf: source?.asOf ?? null, vanished: vanishedFrom(before, after, file) };
  });
  return {
    ...{ layers, unused, notFound },
    issues: [...issues, ...after.issues.filter(({ at }) => names.has(at.file))],
    changes: compareRegions(stateOfRegion(before), stateOfRegion(after), { vocabulary, areas }),
  };
}
