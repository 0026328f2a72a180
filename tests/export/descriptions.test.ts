import { describe, expect, test } from 'vitest';
import { fieldHeaders } from '../../src/columns/fields.ts';
import { loadRegion } from '../../src/dataset/load.ts';
import { csvColumns, recordColumns } from '../../src/export/csv.ts';
import { dataPackage } from '../../src/export/data-package.ts';
import { columnsFor, dictionaryToJson, noteOf, publicColumns } from '../../src/export/dictionary.ts';
import { facilitiesToJson } from '../../src/export/json.ts';
import { breadcrumbToJsonLd, datasetToJsonLd, websiteToJsonLd } from '../../src/export/json-ld-site.ts';
import { knownLicence } from '../../src/export/licences.ts';
import { facilitiesFileSchema, facilitiesJsonSchema } from '../../src/export/schema.ts';
import { regionFolder } from '../../src/files/region-folder.ts';
import { vocabulary } from '../dataset/region.ts';
import { sampleDataset } from '../fixtures/sample-dataset.ts';

const demo = loadRegion(regionFolder('data'), vocabulary).value!.publicDataset;
const asJson = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('the schema of facilities.json', () => {
  test.each([
    ['the demo region', demo],
    ['the sample', sampleDataset()],
  ])('holds for %s, to the last member', (_name, dataset) => {
    expect(facilitiesFileSchema.safeParse(asJson(facilitiesToJson(dataset))).error?.issues ?? []).toEqual([]);
  });

  test('would refuse a file with a member it does not know, or one missing', () => {
    const file = asJson(facilitiesToJson(sampleDataset()));
    expect(facilitiesFileSchema.safeParse({ ...file, professional: {} }).success).toBe(false);
    delete file.facilities[0].name;
    expect(facilitiesFileSchema.safeParse(file).success).toBe(false);
  });

  test('as published names its members and lets new ones come', () => {
    const schema = asJson(facilitiesJsonSchema());
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.required).toContain('formatVersion');
    expect(JSON.stringify(schema)).not.toContain('"additionalProperties":false');
    expect(JSON.stringify(schema)).not.toContain('professional');
  });
});

/** Does a path of the dictionary (`facilities[].services[].fax`) exist in the schema? */
function exists(path: string): boolean {
  type Node = { properties?: Record<string, Node>; items?: Node; $ref?: string; anyOf?: Node[] };
  const schema = asJson(facilitiesJsonSchema()) as Node & { $defs?: Record<string, Node> };
  const open = (node: Node): Node[] => {
    if (node.$ref) return open(schema.$defs![node.$ref.replace('#/$defs/', '')]!);
    return node.anyOf ? node.anyOf.flatMap(open) : [node];
  };
  let here: Node[] = [schema];
  for (const part of path.replaceAll('[]', '.[]').split('.')) {
    here = here.flatMap(open).flatMap(node => (part === '[]' ? node.items : node.properties?.[part]) ?? []);
  }
  return here.length > 0;
}

describe('the dictionary', () => {
  test('has every column of the published list, and each under a header that is read back', () => {
    for (const dataset of [demo, sampleDataset()]) {
      const columns = recordColumns(dataset).map(({ header }) => header);
      expect(columns.filter(header => noteOf(header)?.audience !== 'public')).toEqual([]);
    }
  });

  test('names no column as public that is not written, but those that a region may lack', () => {
    const written = recordColumns(demo).map(({ header }) => noteOf(header)?.field);
    const lacking = publicColumns(demo).filter(({ field }) => !written.includes(field));
    expect(lacking.map(({ field }) => field).filter(field => !/^beds|^serviceName$/.test(field))).toEqual([]);
  });

  test('leads to places that are in facilities.json', () => {
    const paths = publicColumns(demo).map(({ path }) => path);
    expect(paths.filter(path => path !== null && !exists(path))).toEqual([]);
  });

  test('explains every column that is known, each for one audience', () => {
    const all = [...publicColumns(demo), ...columnsFor('input'), ...columnsFor('professional')];
    expect(all.map(({ field }) => field).sort()).toEqual(Object.keys(fieldHeaders).sort());
    expect(all.filter(({ meaning }) => meaning === '')).toEqual([]);
  });

  test('of professional columns it gives neither example nor place', () => {
    expect(columnsFor('professional').filter(({ example, path }) => example !== '' || path !== null)).toEqual(
      [],
    );
  });

  test('for programs has every type and capability by its id', () => {
    const made = asJson(dictionaryToJson(demo));
    expect(made.types.map(({ id }: { id: string }) => id)).toEqual([...vocabulary.types.keys()]);
    expect(made.capabilities.map(({ id }: { id: string }) => id)).toEqual([
      ...vocabulary.capabilities.keys(),
    ]);
  });
});

describe('the data package', () => {
  const files = [{ path: 'facilities.csv', title: '表', mediaType: 'text/csv' }];
  const made = asJson(dataPackage(demo, files));

  test('says the licence by its identifier, and each source with what it asks for', () => {
    expect(made.licenses).toEqual([
      { name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/', title: 'CC BY 4.0' },
    ]);
    expect(made.sources).toHaveLength(demo.sources.length);
    expect(made.sources[0]).toMatchObject({
      title: demo.sources[0]!.title,
      licence: demo.sources[0]!.licence,
    });
  });

  test('describes the columns of the list in their order; an empty cell is no value', () => {
    const { schema, name, mediatype } = made.resources[0];
    expect(schema.fields.map((field: { name: string }) => field.name)).toEqual(
      csvColumns(demo).map(({ header }) => header),
    );
    expect(schema.missingValues).toEqual(['']);
    expect([name, mediatype]).toEqual(['facilities-csv', 'text/csv']);
  });
});

test.each([
  ['CC BY 4.0', 'CC-BY-4.0'],
  ['ＣＣ　ＢＹ　４．０', 'CC-BY-4.0'],
  ['クリエイティブ・コモンズ 表示 4.0 国際', 'CC-BY-4.0'],
  ['CC BY-SA 4.0', 'CC-BY-SA-4.0'],
  ['CC0', 'CC0-1.0'],
  ['CC BY', undefined],
  ['市の規約による', undefined],
])('the licence 「%s」 is %s', (text, name) => {
  expect(knownLicence(text)?.name).toBe(name);
});

test('公共データ利用規約 has an address and no identifier', () => {
  expect(knownLicence('公共データ利用規約（第1.0版）（PDL1.0）')).toMatchObject({ name: null });
});

describe('schema.org', () => {
  test('a way to the page: places in order, the page itself without an address', () => {
    const { itemListElement } = asJson(
      breadcrumbToJsonLd([{ name: 'ホーム', url: 'https://a.example/' }], '薬局'),
    );
    expect(itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'ホーム', item: 'https://a.example/' },
      { '@type': 'ListItem', position: 2, name: '薬局' },
    ]);
  });

  test('the site says how it is searched', () => {
    const { potentialAction } = asJson(
      websiteToJsonLd('みほん', 'https://a.example/', 'https://a.example/search/'),
    );
    expect(potentialAction.target.urlTemplate).toBe('https://a.example/search/?q={search_term_string}');
  });

  test('the data: licence as an address, sources, and where it can be had', () => {
    const about = {
      ...{ name: 'データ', description: '説明', url: 'https://a.example/downloads/' },
      files: [{ name: '表', url: 'https://a.example/data/facilities.csv', mediaType: 'text/csv' }],
    };
    expect(asJson(datasetToJsonLd(demo, about))).toMatchObject({
      '@type': 'Dataset',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      isBasedOn: demo.sources.map(({ title }) => ({ name: title })),
      distribution: [{ '@type': 'DataDownload', encodingFormat: 'text/csv' }],
    });
    const worded = { ...demo, site: { ...demo.site, licence: '市の規約による' } };
    expect(asJson(datasetToJsonLd(worded, about)).license).toEqual({
      '@type': 'CreativeWork',
      name: '市の規約による',
    });
  });
});
