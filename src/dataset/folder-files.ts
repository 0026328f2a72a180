import { type Issue, issue } from '../issues/issue.ts';
import { nearest } from '../issues/nearest.ts';
import type { Site } from '../model/site.ts';
import type { RegionFolder } from './load.ts';
import { clearName } from './sealed-files.ts';

const controlFiles = [
  'site.yaml',
  'columns.yaml',
  'same.csv',
  'suppress.csv',
  'ids.csv',
  'contacts.csv',
  'vacancy.csv',
  'keys.yaml',
  'keys.secret.yaml',
  'areas.csv',
  'areas.geojson',
];
const dataFile = /\.(csv|tsv|txt|xlsx|xls|ya?ml|geojson|json|zip)$/i;

/** `same-案.csv`, `columns-案2.yaml`: proposals of our commands that wait for the officer. */
const draft = /-案\d*\.[a-z]+$/;

/**
 * Files of the region's folder that nothing reads. A control file under a wrong name (`suppress.CSV`,
 * `supress.csv`, `suppress.csv.txt`, `suppress.xlsx`) is an error: an office that asked to leave would stay.
 */
export function checkFolderFiles(folder: RegionFolder, site: Site | null): Issue[] {
  const named = new Set(
    [...(site?.sources ?? []), ...(site?.areas ?? [])].map(entry => clearName(entry.file)),
  );
  if (site?.previous) named.add(site.previous);
  const unread = (path: string): boolean => !named.has(path) && !named.has(`./${path}`);
  const loose = folder
    .list('.')
    .filter(
      name =>
        dataFile.test(name) &&
        unread(name) &&
        !controlFiles.includes(name) &&
        !draft.test(name.normalize('NFC')),
    );
  const unlisted = site?.sources
    ? folder.list('facilities').filter(path => dataFile.test(clearName(path)) && unread(clearName(path)))
    : [];
  return [
    ...loose.map(name => {
      const meant = controlFileMeant(name);
      return meant
        ? issue('control-file-misnamed', { file: name }, '', { meant })
        : issue('file-not-used', { file: name });
    }),
    ...unlisted.map(path => issue('source-not-listed', { file: path })),
  ];
}

/** `supress.csv`, `suppress.xlsx`, `site.yaml.txt` → the file that was meant; null for any other name. */
function controlFileMeant(name: string): string | null {
  const stem = (file: string): string => file.toLowerCase().replace(/(\.[a-z]+)+$/, '');
  const meant = nearest(stem(name), controlFiles.map(stem));
  const sameKind = controlFiles.filter(file => stem(file) === meant);
  const ending = /\.(geojson|json)/i.test(name) ? '.geojson' : '';
  return sameKind.find(file => ending !== '' && file.endsWith(ending)) ?? sameKind[0] ?? null;
}
