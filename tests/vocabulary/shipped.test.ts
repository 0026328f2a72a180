import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../src/issues/issue.ts';
import { withoutRuby } from '../../src/text/ruby.ts';
import { foldLabel } from '../../src/vocabulary/fold.ts';
import { lookupOf } from '../../src/vocabulary/lookup.ts';
import { shipped, vocabulary } from './shipped.ts';

const types = [...vocabulary.types.values()];
const capabilities = [...vocabulary.capabilities.values()];
const lookup = lookupOf(vocabulary);

/** Rows of the capability tables, counted by hand, and the words added beside them. */
const expectedCapabilities: Record<string, { table: number; added: string[] }> = {
  g1: { table: 17, added: ['contact-24h'] },
  g2: { table: 6, added: [] },
  g3: { table: 10, added: [] },
  g4: { table: 36, added: ['proc-chronic-pain'] },
  g5: { table: 4, added: [] },
  g6: { table: 7, added: ['hospital-visiting-nursing'] },
  g7: { table: 7, added: [] },
  g8: { table: 18, added: ['rx-date-print'] },
  g9: { table: 7, added: [] },
  g10: { table: 9, added: [] },
  g11: { table: 15, added: [] },
  g12: { table: 15, added: [] },
  g13: { table: 7, added: [] },
  g14: { table: 34, added: ['std-specific-office'] },
  g15: { table: 4, added: [] },
  g16: { table: 10, added: [] },
};

describe('the shipped vocabulary', () => {
  it('is read without a word of complaint', () => {
    expect(shipped.issues.map(formatIssue)).toEqual([]);
  });

  it('has every capability of every group', () => {
    const counts = Object.fromEntries(
      vocabulary.capabilityGroups.map(({ id }) => [
        id,
        capabilities.filter(each => each.group === id).length,
      ]),
    );
    const expected = Object.entries(expectedCapabilities).map(([id, { table, added }]) => [
      id,
      table + added.length,
    ]);
    expect(counts).toEqual(Object.fromEntries(expected));
    expect(capabilities).toHaveLength(206 + 5);
    for (const { added } of Object.values(expectedCapabilities)) {
      for (const id of added) expect(vocabulary.capabilities.has(id), id).toBe(true);
    }
  });

  it('asks only types that exist', () => {
    const letters = new Set(types.map(type => type.letter));
    for (const { id, asked } of capabilities) {
      if (asked !== '*')
        expect(
          [...asked].filter(letter => !letters.has(letter)),
          id,
        ).toEqual([]);
    }
  });

  it('has a type for each letter of the tables', () => {
    const letters = new Set(types.map(type => type.letter));
    expect([...'HCDMPNRTKAVZYSXFEWJQL'].filter(letter => !letters.has(letter))).toEqual([]);
  });

  it('has all 127 codes of 診療科目', () => {
    const counts = [...vocabulary.specialityGroups.keys()].map(
      group => [...vocabulary.specialities.values()].filter(each => each.group === group).length,
    );
    expect(counts).toEqual([35, 38, 10, 5, 6, 9, 6, 6, 12]);
    for (const { code, group } of vocabulary.specialities.values()) expect(code.slice(0, 2)).toBe(group);
  });

  it('answers ten or more 困りごと with things that exist, and the urgent one begins with 119', () => {
    expect(vocabulary.needs.length).toBeGreaterThanOrEqual(10);
    for (const need of vocabulary.needs) {
      expect(need.types.length + need.capabilities.length, need.id).toBeGreaterThan(0);
      expect(
        need.types.filter(id => !vocabulary.types.has(id)),
        need.id,
      ).toEqual([]);
      expect(
        need.capabilities.filter(id => !vocabulary.capabilities.has(id)),
        need.id,
      ).toEqual([]);
    }
    const urgent = vocabulary.needs.filter(need => need.urgent);
    expect(urgent).not.toEqual([]);
    for (const need of urgent) expect(need.description).toContain('119');
  });

  it('cries no emergency at who asks for what an office is or can do, nor at a word that means something else', () => {
    const urgent = vocabulary.needs.filter(need => need.urgent).flatMap(({ words }) => words);
    const names = [...types, ...capabilities].flatMap(({ label, easy, aliases }) => [
      ...[label, ...aliases],
      ...(easy ? [withoutRuby(easy)] : []),
    ]);
    const asked = [...names, ...vocabulary.synonyms.keys()].filter(word => word !== '救急車');
    expect(asked.filter(word => urgent.some(cry => word.includes(cry)))).toEqual([]);
  });

  it('gives no word of a 困りごと to what is a word of one type or capability already', () => {
    const known = new Set(
      [...types, ...capabilities].flatMap(({ label, aliases }) =>
        [label, ...aliases].map(word => foldLabel(word)),
      ),
    );
    const words = vocabulary.needs.flatMap(need => need.words);
    expect(words.filter(word => known.has(foldLabel(word)))).toEqual([]);
    expect(new Set(words).size).toBe(words.length);
  });

  it('has the four scenes', () => {
    expect(vocabulary.scenes.map(scene => scene.id)).toEqual([
      'discharge',
      'daily',
      'emergency',
      'end-of-life',
    ]);
  });
});

describe('official codes', () => {
  const kaigo =
    '110 120 130 140 150 155 160 170 210 220 230 320 331 332 334 335 336 337 361 362 364 410 430 510 520 530 540 550 551 710 720 730 760 770 780'.split(
      ' ',
    );

  it('each 介護サービス code means exactly one type', () => {
    expect(types.flatMap(type => type.kaigo).sort()).toEqual(kaigo);
    for (const code of kaigo) expect(lookup.typeOfKaigoCode(code), code).not.toBeNull();
  });

  it('療養通所, 通所リハ, 認知症対応型 and 通所介護 are four types; 780 is 通所介護', () => {
    const ids = ['150', '155', '160', '720'].map(code => lookup.typeOfKaigoCode(code)?.id);
    expect(new Set(ids).size).toBe(4);
    expect(lookup.typeOfKaigoCode('780')?.id).toBe('day-service');
  });

  it('each 機関区分, WAM file number and POIコード means exactly one type', () => {
    expect(types.flatMap(type => type.navii ?? []).sort()).toEqual(['1', '2', '3', '4', '5']);
    expect(
      types
        .flatMap(type => type.wam)
        .sort()
        .join(' '),
    ).toBe('11 12 13 14 15 21 22 24 32 33 34 41 42 45 46 52 53 54 60 61 62 63 64 65 66 67 68 69 70');
    expect(
      types
        .flatMap(type => type.poi)
        .sort()
        .join(' '),
    ).toBe('1407 1408 1409 1499 1601 1602 1603 1604 1606 1611 1612');
  });
});

describe('markers', () => {
  const main = [
    'hospital',
    'clinic',
    'dental-clinic',
    'pharmacy',
    'visiting-nursing',
    'care-management',
    'community-support-center',
  ];

  it('of the main types differ in shape and in colour', () => {
    const markers = main.map(id => vocabulary.types.get(id)?.marker);
    expect(new Set(markers.map(marker => marker?.shape)).size).toBe(main.length);
    expect(new Set(markers.map(marker => marker?.color)).size).toBe(main.length);
  });

  it('are not shared outside of the 障害福祉 services', () => {
    const own = types
      .filter(type => !type.id.startsWith('ds-'))
      .map(({ marker }) => `${marker.shape} ${marker.color}`);
    expect(own.filter((each, index) => own.indexOf(each) !== index)).toEqual([]);
  });
});

describe('rules that outrank the tables', () => {
  const byId = (id: string) => vocabulary.capabilities.get(id);

  it('every procedure can be said as 受け入れ, except the registration of care staff', () => {
    const without = capabilities
      .filter(each => each.id.startsWith('proc-') && !each.acceptsLabel)
      .map(each => each.id);
    expect(without).toEqual(['proc-suction-care-staff']);
    expect(capabilities.filter(each => each.acceptsLabel && !each.id.startsWith('proc-'))).toEqual([]);
  });

  it('clinics and nursing perform; care offices, day services, short stays and residences accept', () => {
    const relations = [
      'clinic',
      'visiting-nursing',
      'care-management',
      'day-service',
      'short-stay-care',
      'tokuyo',
    ].map(id => vocabulary.types.get(id)?.relation);
    expect(relations).toEqual(['performs', 'performs', 'accepts', 'accepts', 'accepts', 'accepts']);
  });

  it('statements about people are marked', () => {
    expect(capabilities.filter(each => each.aboutPeople).map(each => each.id)).toMatchInlineSnapshot(`
      [
        "home-care-children",
        "infectious-disease",
        "no-key-person",
        "public-assistance",
        "nursing-psychiatric",
        "nursing-intractable",
        "nursing-infant",
        "dental-disability",
        "medical-care-children",
        "severe-disability",
        "dementia-care",
        "psychiatric-care",
        "intractable-disease",
        "higher-brain-dysfunction",
        "cancer-care",
        "lang-plain-japanese",
        "lang-foreign",
      ]
    `);
  });

  it('std-* and cert-* come only from official lists', () => {
    for (const { id, officialOnly } of capabilities) expect(officialOnly, id).toBe(/^(std|cert)-/.test(id));
  });

  it('24時間 says for whom, beds say ことがあります', () => {
    for (const { label, group } of capabilities.filter(
      each => each.group !== 'g14' && /24時間/.test(each.label),
    )) {
      expect(label, group).toMatch(/利用者|登録者|患者/);
    }
    for (const id of [
      'emergency-admission',
      'respite-admission',
      'inpatient-beds',
      'std-home-backup-hospital',
    ]) {
      expect(byId(id)?.easy, id).toMatch(/ことが ?あります|ことも あります/);
    }
  });

  it('連携拠点 is not shown to residents at once unless the region says so', () => {
    expect(byId('coordination-hub')?.prominence).toBe('detail');
  });
});

describe('words', () => {
  it('no word means two capabilities unless it is listed as ambiguous', () => {
    const listed = new Set(vocabulary.ambiguous.flatMap(({ terms }) => terms.map(term => foldLabel(term))));
    for (const { id, label, aliases } of capabilities) {
      for (const word of [label, ...aliases]) {
        expect(listed.has(foldLabel(word)), word).toBe(false);
        expect(lookup.findCapability(word), word).toMatchObject({ ids: [id], conditionalOnly: false });
      }
    }
  });

  it('only a few type words mean several types', () => {
    const words = new Set(types.flatMap(type => [type.label, ...type.aliases]));
    const several = [...words].filter(word => lookup.typesNamed(word).length > 1).sort();
    expect(several).toEqual(
      [
        'GH',
        'グループホーム',
        '地域密着型特定施設入居者生活介護',
        '居宅',
        '特定施設',
        '特定施設入居者生活介護',
        '短期入所',
        '障害児入所施設',
      ].sort(),
    );
  });

  it('easy labels have their phrases apart and no full stop', () => {
    for (const { id, easy } of [...types, ...capabilities]) {
      if (easy === undefined) continue;
      expect(easy, id).not.toMatch(/。$|\u3000/);
      const words = withoutRuby(easy);
      if ([...words].length > 12) expect(words, id).toContain(' ');
    }
  });
});
