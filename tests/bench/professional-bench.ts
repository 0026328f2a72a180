/**
 * What the files of a professional edition weigh and take: `node tests/bench/professional-bench.ts [facilities …]`. The
 * region is that of the search bench, with professional values as a survey of which a third answers would give them.
 */
import { gzipSync } from 'node:zlib';
import { professionalDataset } from '../../src/dataset/audience.ts';
import type { ProfessionalDataset } from '../../src/model/dataset.ts';
import type { Facility, ProfessionalService, PublicFacility } from '../../src/model/facility.ts';
import { ruleFor } from '../../src/normalize/contact-rule.ts';
import { contactWindows } from '../../src/professional/contact-windows.ts';
import { decodeFacts, withFacts } from '../../src/professional/facts.ts';
import { professionalFiles } from '../../src/professional/files.ts';
import { openRecords } from '../../src/professional/records.ts';
import { buildIndex } from '../../src/search/index.ts';
import { decodeList, decodePayload } from '../../src/search/payload.ts';
import { randomFrom } from '../search/synthetic.ts';
import { searchRegion } from './search-region.ts';

type Random = (below: number) => number;

const days = ['月', '火', '水', '木', '金', '平日', '月～金'];
const purposes = ['ケアマネタイム', '主治医意見書', '訪問看護指示書', '退院調整', '照会'];
const departments = ['地域連携室', '医事課', '受付', '文書係', '看護師長', null];

function professionalRegion(count: number): ProfessionalDataset {
  const random = randomFrom(20261122);
  const region = searchRegion(count);
  const facilities = region.facilities.map(facility => withProfessional(facility, random));
  return professionalDataset({ ...region, facilities });
}

function withProfessional(facility: PublicFacility, random: Random): Facility {
  const custom =
    random(3) === 0 ? [{ key: 'k', label: '面談の方法', value: `電話で予約（${random(30)}日前まで）` }] : [];
  return {
    ...facility,
    services: facility.services.map(service => ({ ...service, professional: ofService(random) })),
    professional: { persons: [], contactRules: [], remarks: null, custom },
  };
}

function ofService(random: Random): ProfessionalService {
  const answers = random(3) === 0;
  const rules = answers ? Array.from({ length: 1 + random(3) }, () => ruleOf(random)) : [];
  return {
    phones: answers
      ? [{ text: `0254-00-${1000 + random(9000)}`, digits: '', extension: null, label: null }]
      : [],
    ...{ fax: answers ? `0254-00-${1000 + random(9000)}` : null, email: null },
    contactRules: rules,
    caremanagerHours: rules.flatMap(({ hours }) => hours ?? []),
    vacancy: random(6) === 0 ? `${random(9)}枠（${1 + random(12)}月${1 + random(28)}日）` : null,
    vacancies: [],
    remarks: random(8) === 0 ? `往診の依頼は${8 + random(9)}時${random(60)}分までにお願いします` : null,
    capabilities: [],
  };
}

function ruleOf(random: Random) {
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const from = 8 + random(9);
  return ruleFor(pick(purposes), {
    ...{
      department: pick(departments),
      channel: pick(['電話', 'FAX', null]),
      number: `0254-00-${random(9000)}`,
    },
    ...{ time: `${pick(days)} ${from}:00-${from + 1}:${pick(['00', '30'])}`, send: pick(['依頼書', null]) },
    revisedOn: `2026-${String(1 + random(9)).padStart(2, '0')}-01`,
  });
}

function timed<T>(work: () => T): [T, string] {
  const start = performance.now();
  const value = work();
  return [value, `${Math.round(performance.now() - start)} ms`];
}

for (const count of process.argv
  .slice(2)
  .map(Number)
  .concat(process.argv.length > 2 ? [] : [2000, 10_000])) {
  const dataset = professionalRegion(count);
  const [files, made] = timed(() => professionalFiles(dataset));
  console.log(`${count} facilities, files made in ${made}`);
  const json = new Map(files.map(file => [file.role, file.json]));
  for (const [role, text] of json) {
    const kb = (bytes: number) => `${Math.round(bytes / 1000)} KB`;
    console.log(`  ${role}: ${kb(Buffer.byteLength(text))}, gzip ${kb(gzipSync(text, { level: 9 }).length)}`);
  }
  const [list, first] = timed(() => JSON.parse(json.get('list')!));
  const [, listed] = timed(() => buildIndex(decodeList(list)));
  const [details, second] = timed(() => JSON.parse(json.get('details')!));
  const [, indexed] = timed(() =>
    withFacts(buildIndex(decodePayload({ list, details })), decodeFacts(details.facts), '2026-11-22'),
  );
  const [file, third] = timed(() => JSON.parse(json.get('records')!));
  const records = openRecords(file);
  const [, one] = timed(() => records.record(count - 1));
  const [all, every] = timed(() => records.all());
  const [, guide] = timed(() => contactWindows(all));
  console.log(`  list: parse ${first}, index ${listed}; details: parse ${second}, index ${indexed}`);
  console.log(`  records: parse ${third}, one ${one}, all ${every}; windows of all ${guide}`);
}
