import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/dataset/csv-text.ts';
import { loadRegion, type Region } from '../../src/dataset/load.ts';
import { facilitiesToCsv } from '../../src/export/csv.ts';
import { facilitiesToGeoJson } from '../../src/export/geojson.ts';
import { facilitiesToJson } from '../../src/export/json.ts';
import { guardOf, watchListOf } from '../../src/files/guard-output.ts';
import { shippedVocabulary } from '../../src/files/load-region.ts';
import { regionFolder } from '../../src/files/region-folder.ts';
import { overlayFolder } from '../../src/import/overlay.ts';
import { publishedSearch } from '../../src/search/published.ts';

const realData = join(import.meta.dirname, '../../../shared/realdata');
const reason = existsSync(realData)
  ? ''
  : ' — skipped: the folder of real open data (../shared/realdata) is not here';

const departments = ['地域連携室', '患者サポートセンター', '入退院支援室', '医事課', '受付'];
const rules = [
  'FAXの後に電話で到着を確認する',
  '入院から3日以内に、担当のケアマネジャーから連絡する',
  '小山市の入退院支援ルールによる',
];
const remarks = [
  '往診は半径5km以内。新規は要相談',
  '土曜午後休診',
  '第2・第4木曜は午後休診',
  '日曜・祝日は当番医に準じる',
  '送迎は車いす2台まで',
  '診療科目に心療内科があるが、実際は再診のみ',
];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** What a region would know besides: much of it is what the public list says as well, or says in part. */
function professionalLayer({ publicDataset: { facilities } }: Region): Map<string, string> {
  const survey = facilities.map(({ name, services: [first] }, index) => {
    const number = first?.numbers.find(({ kind }) => kind === '医療機関コード')?.value ?? '';
    const own = String(1000 + index);
    return [
      ...[
        number,
        name,
        first?.type === 'hospital' ? '病院' : '診療所',
        index % 20 === 19 ? '専門職のみ' : '公開',
      ],
      ...['あり', `0285-20-${own}`, index % 4 ? '' : `renkei${index}@example.jp`, '月～金 16:00-17:00'],
      ...[
        at(rules, index),
        `看護師長 佐藤${index}子`,
        index % 2 ? '' : `090-${own}-${own}`,
        at(remarks, index),
      ],
    ];
  });
  const windows = facilities.map(({ id, services: [first] }, index) => [
    ...[id, '退院調整', at(departments, index), '電話', first?.phones[0]?.text ?? `0285-21-${1000 + index}`],
    ...['平日 8:30-17:15', '返信用封筒', at(rules, index + 1), '2026-04-01', at(remarks, index + 1)],
  ]);
  const surveyHeader = ['医療機関コード', '名称', '種別', '掲載区分', '掲載同意', 'FAX番号', 'メール'];
  const surveyRest = ['ケアマネタイム', '連絡のルール', '担当者', '夜間連絡先', '専門職向け備考'];
  const windowHeader = ['事業所番号またはID', '目的', '部署', '方法', '番号', '曜日・時間', '送るもの'];
  const known = survey.filter(([number]) => number !== '');
  return new Map([
    ['facilities/調査.csv', csvText([...surveyHeader, ...surveyRest], known)],
    ['contacts.csv', csvText([...windowHeader, '地域のルール', '改訂日', '備考'], windows)],
  ]);
}

describe.skipIf(reason !== '')(`小山市 with what its professionals know${reason}`, () => {
  it('raises no alarm over what is published, and finds every value that is planted there', async () => {
    const folder = regionFolder(join(import.meta.dirname, 'oyama'));
    const before = loadRegion(folder, shippedVocabulary()).value;
    if (!before) throw new Error('The region cannot be read');
    const site = new TextDecoder().decode(folder.read('site.yaml') ?? undefined);
    const source =
      '  - { file: facilities/調査.csv, kind: survey, title: 連携調査, listing: public }\n\nareas:';
    const texts = new Map([
      ...professionalLayer(before),
      ['site.yaml', site.replace('\nareas:', `${source}`)],
    ]);
    const region = loadRegion(overlayFolder(folder, texts), shippedVocabulary()).value;
    if (!region) throw new Error('The region cannot be read with its layer');
    const { publicDataset } = region;
    // Every twentieth is for professionals only; the rest of the survey came to its records.
    expect(publicDataset.facilities.length).toBeGreaterThan(100);
    expect(publicDataset.facilities.length).toBeLessThan(before.publicDataset.facilities.length);
    const watchList = watchListOf(region);
    expect(watchList.watched.length).toBeGreaterThan(300);
    const guard = guardOf(watchList);
    const search = await publishedSearch(publicDataset);
    const published = [
      facilitiesToCsv(publicDataset),
      JSON.stringify(facilitiesToJson(publicDataset)),
      JSON.stringify(facilitiesToGeoJson(publicDataset)),
      ...Object.values(search).map(file => JSON.stringify(file)),
    ];
    const utf8 = new TextEncoder();
    for (const text of published) expect(guard.scan('published', utf8.encode(text))).toEqual([]);
    const missed = watchList.watched.filter(
      ({ value }, index) =>
        guard.scan('planted', utf8.encode(`${published[index % 3]?.slice(0, 2000)} ${String(value)} `))
          .length === 0,
    );
    expect(missed).toEqual([]);
  }, 60_000);
});
