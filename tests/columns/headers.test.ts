import { describe, expect, it } from 'vitest';
import { oneFile } from '../dataset/region.ts';

/** A region of one row whose telephone stands under `header`. */
const phoneUnder = (header: string) =>
  oneFile([`名称,種別,"${header}"`, 'みほん薬局,薬局,025-000-0001']).facilities[0]?.services[0]?.phones[0]
    ?.text;

describe('a header is known', () => {
  it.each([
    '電話番号',
    ' 電話番号 ',
    '電話 番号',
    '電話　番号',
    '電話_番号',
    '電話番号（代表）',
    '電話番号(代表)',
    '【電話番号】',
    'TEL',
    'tel',
    'ＴＥＬ',
    'Tel.',
    '電話\n番号',
  ])('as %j', header => {
    expect(phoneUnder(header)).toBe('025-000-0001');
  });

  it('in half-width kana too', () => {
    const { facilities } = oneFile(['名称,種別,ﾌﾘｶﾞﾅ', 'みほん薬局,薬局,ミホンヤッキョク']);
    expect(facilities[0]?.kana).toBe('ミホンヤッキョク');
  });
});

describe('the header row is found', () => {
  it('under title rows, dates and empty rows, which count as 対象外', () => {
    const { facilities, account } = oneFile([
      '○○市 医療・介護 事業所一覧,,',
      '',
      '令和8年4月1日現在,,担当：みほん課',
      '名称,種別,電話番号',
      'みほん薬局,薬局,025-000-0001',
    ]);
    expect(facilities.map(one => one.name)).toEqual(['みほん薬局']);
    expect(account).toMatchObject({ read: 3, published: 1, skipped: 2 });
  });

  it('above rows that are full of ○: a sign is no header', () => {
    const { facilities } = oneFile(['名称,種別,あ,い,う,え,お', 'みほん薬局,薬局,○,○,△,×,－']);
    expect(facilities.map(one => one.name)).toEqual(['みほん薬局']);
  });

  it('and where none is, the file is named, its first cells quoted, and every row counted', () => {
    const region = oneFile(['りんご,100', 'みかん,200']);
    expect(region.facilities).toEqual([]);
    expect(region.account).toMatchObject({ read: 2, rejected: 2 });
    expect(region.sentences('header-not-found')).toMatchInlineSnapshot(`
      [
        "a.csv 1行目：「りんご, 100」で始まるこの表には、知っている見出しの行が見つかりません。「名称」「種別」「住所」「電話番号」などの見出しを1行に並べてください。この表の行は使っていません。",
      ]
    `);
  });
});

describe('an unknown header', () => {
  it('is told with its place and the nearest known header', () => {
    const region = oneFile(['名称,種別,電話番合', 'みほん薬局,薬局,025-000-0001']);
    expect(region.sentences('header-unknown')).toMatchInlineSnapshot(`
      [
        "a.csv 1行目 C列「電話番合」：「電話番合」という見出しは使い方が決まっていないため、この列は公開していません。「電話番号」のまちがいではありませんか。使う列なら見出しを直すか columns.yaml に書き、使わない列なら columns.yaml に「使わない」と書いてください。",
      ]
    `);
  });

  it('is never published', () => {
    const region = oneFile(['名称,種別,ひみつの欄', 'みほん薬局,薬局,KANARIYA-7']);
    expect(region.published).toContain('みほん薬局');
    expect(region.published).not.toContain('KANARIYA-7');
    expect(region.published).not.toContain('ひみつの欄');
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype'])(
    'may be called %s',
    header => {
      const region = oneFile([`名称,種別,${header}`, 'みほん薬局,薬局,KANARIYA-7']);
      expect(region.facilities.map(one => one.name)).toEqual(['みほん薬局']);
      expect(region.told('header-unknown').map(found => found.value)).toEqual([header]);
      expect(region.published).not.toContain('KANARIYA-7');
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );

  it('made of signs only is none of ours', () => {
    const region = oneFile(['名称,種別,住所,－,※', 'みほん薬局,薬局,西町1,9500001,KANARIYA-7']);
    expect(region.facilities[0]?.address.postalCode).toBeNull();
    expect(region.published).not.toContain('KANARIYA-7');
  });
});

it('〒 is the postal code', () => {
  const region = oneFile(['名称,種別,住所,〒', 'みほん薬局,薬局,西町1,9500001']);
  expect(region.facilities[0]?.address.postalCode).toBe('9500001');
});

it('two columns of one meaning: the first counts, the second is told and not published', () => {
  const region = oneFile(['名称,種別,電話番号,TEL', 'みほん薬局,薬局,025-000-0001,025-000-9999']);
  expect(region.facilities[0]?.services[0]?.phones.map(phone => phone.text)).toEqual(['025-000-0001']);
  expect(region.published).not.toContain('9999');
  expect(region.sentences('header-duplicate')).toMatchInlineSnapshot(`
    [
      "a.csv 1行目 D列「TEL」：「TEL」は、前の列「電話番号」と同じ内容の見出しです。前の列だけを使いました。1つにまとめるか、見出しを変えてください。",
    ]
  `);
});

it('a column without a header is told once, when it holds something', () => {
  const region = oneFile(['名称,種別,,', 'みほん薬局,薬局,KANARIYA-7,', 'ひがし薬局,薬局,KANARIYA-8,']);
  expect(region.sentences('header-missing')).toMatchInlineSnapshot(`
    [
      "a.csv 2行目 C列：「KANARIYA-7」の列に見出しがないため、この列は使っていません。見出し（例：備考）を入力してください。",
    ]
  `);
  expect(region.published).not.toContain('KANARIYA');
});

it('an official column that we know and do not use is told once, and not published', () => {
  const region = oneFile([
    '名称,種別,画像,町字ID',
    'みほん薬局,薬局,KANARIYA.png,',
    'ひがし薬局,薬局,b.png,',
  ]);
  expect(region.told('column-not-used')).toHaveLength(1);
  expect(region.published).not.toContain('KANARIYA');
});

describe('columns.yaml', () => {
  const withColumns = (columns: string, header: string, cell: string) =>
    oneFile([`名称,種別,${header}`, `みほん薬局,薬局,${cell}`], { 'columns.yaml': columns });

  it.each(['phone', '電話番号', 'ＴＥＬ'])('gives a header of our own a known field, called %s', field => {
    const region = withColumns(`でんわ先: { field: ${field} }\n`, 'でんわ先', '025-000-0001');
    expect(region.facilities[0]?.services[0]?.phones[0]?.text).toBe('025-000-0001');
    expect(region.codes).not.toContain('header-unknown');
  });

  it('matches the header after folding', () => {
    const region = withColumns('でんわ先（代表）: { field: phone }\n', ' でんわ先(代表) ', '025-000-0001');
    expect(region.facilities[0]?.services[0]?.phones).toHaveLength(1);
  });

  it('outranks our own table', () => {
    const region = withColumns('備考: ignore\n', '備考', 'KANARIYA-7');
    expect(region.published).not.toContain('KANARIYA-7');
    expect(region.codes).not.toContain('header-unknown');
  });

  it('makes a capability of a header, with a relation', () => {
    const columns = 'PEGの方: { capability: 胃ろう, relation: accepts }\n';
    const region = withColumns(columns, 'PEGの方', '△ 退院前に連絡を');
    expect(region.facilities[0]?.services[0]?.capabilities).toEqual([
      { id: 'proc-gastrostomy', value: 'conditional', relation: 'accepts', note: '退院前に連絡を' },
    ]);
  });

  it('keeps a professional capability out of everything public', () => {
    const columns = 'PEGの方: { capability: 胃ろう, audience: professional }\n';
    const region = withColumns(columns, 'PEGの方', '○ KANARIYA-7');
    expect(region.facilities[0]?.services[0]?.capabilities).toEqual([]);
    expect(region.published).not.toContain('KANARIYA-7');
    const full = region.dataset.facilities[0]?.services[0]?.professional.capabilities;
    expect(full).toMatchObject([{ id: 'proc-gastrostomy', note: 'KANARIYA-7' }]);
  });

  it('publishes a new public field under its label', () => {
    const region = withColumns('P: { label: 駐車場, audience: public }\n', 'P', '12台');
    expect(region.facilities[0]?.custom).toEqual([{ key: 'P', label: '駐車場', value: '12台' }]);
  });

  it.each([
    ['audience: professional', 'P: { label: 裏口, audience: professional }\n'],
    ['no audience', 'P: { label: 裏口 }\n'],
  ])('keeps a new field with %s for professionals', (_title, columns) => {
    const region = withColumns(columns, 'P', 'KANARIYA-7');
    expect(region.published).not.toContain('KANARIYA-7');
    expect(region.published).not.toContain('裏口');
    expect(region.dataset.facilities[0]?.professional.custom).toEqual([
      { key: 'P', label: '裏口', value: 'KANARIYA-7' },
    ]);
  });

  it('tells a field and a capability that do not exist, at the header, and publishes nothing of the column', () => {
    const field = withColumns('X: { field: 電話番合 }\n', 'X', 'KANARIYA-7');
    const capability = withColumns('X: { capability: 空を飛ぶ }\n', 'X', '○ KANARIYA-7');
    expect([
      ...field.sentences('columns-field-unknown'),
      ...capability.sentences('columns-capability-unknown'),
    ]).toMatchInlineSnapshot(`
      [
        "a.csv 1行目 C列「X」：「電話番合」は columns.yaml の「項目」に書けない項目名です。「電話番号」のまちがいではありませんか。項目名は様式の見出し（例：電話番号）で書いてください。この列は公開していません。",
        "a.csv 1行目 C列「X」：「空を飛ぶ」は columns.yaml の「機能」に書けない名前です。機能の名前かID（例：胃ろうの管理、proc-gastrostomy）で書いてください。この列は公開していません。",
      ]
    `);
    expect(field.published + capability.published).not.toContain('KANARIYA-7');
  });

  it.each(['__proto__', 'constructor'])('may have an entry called %s', header => {
    const region = withColumns(`${header}: { label: なにか, audience: public }\n`, header, 'みえる値');
    expect(region.facilities.map(one => one.name)).toEqual(['みほん薬局']);
    expect(({} as Record<string, unknown>).label).toBeUndefined();
  });
});

describe('an unknown header is told with the word that was meant', () => {
  const nearestOf = (header: string) =>
    oneFile([`名称,種別,${header}`, 'みほん訪看,訪問看護,○']).told('header-unknown')[0]?.detail.nearest;

  it.each([
    ['人工呼吸機', '人工呼吸器'],
    ['褥創処置', '褥瘡処置'],
    ['訪問診察', '訪問診療'],
    ['電話番（必須）', '電話番号'],
  ])('%s → %s', (header, meant) => {
    expect(nearestOf(header)).toBe(meant);
  });

  it('and what a form says to who fills it in is no part of a header', () => {
    const { facilities, codes } = oneFile([
      '名称（必須）,種別※必須,電話番号（半角数字）,人工呼吸器（○か×で、任意）,確認日（例：2026-04-01）',
      'みほん訪看,訪問看護,025-000-0001,○,2026-04-01',
    ]);
    expect(codes).not.toContain('header-unknown');
    expect(facilities[0]).toMatchObject({ name: 'みほん訪看', confirmed: { on: '2026-04-01' } });
  });
});

it('a cell that names two services is told to become two rows', () => {
  expect(
    oneFile(['名称,種別', 'みほん,訪問看護・居宅介護支援']).sentences('type-unknown'),
  ).toMatchInlineSnapshot(`
    [
      "a.csv 2行目 B列「種別」：「訪問看護・居宅介護支援」には種別が2つ書かれているため、この行は掲載していません。1行に1つのサービスを書き、「訪問看護」の行と「居宅介護支援」の行に分けてください（同じIDか事業所番号なら1つの事業所にまとまります）。",
    ]
  `);
});

describe('a table without a column for the name or the type', () => {
  it.each([
    ['事業所めい,種別,電話番号'],
    ['名称,しゅべつ,電話番号'],
    ['住所,電話番号'],
    ['施設の名まえ,サービス区部,電話番号,住所'],
  ])('%s is told once, at the header', header => {
    const rows = ['みほん薬局,薬局,025-000-0001', 'みほん医院,診療所,025-000-0002'];
    const region = oneFile([header, ...rows]);
    expect(region.facilities).toEqual([]);
    expect(region.account).toMatchObject({ read: 2, rejected: 2 });
    expect(region.rejected).toHaveLength(2);
    expect(region.issues.filter(found => found.severity === 'error').map(found => found.code)).toEqual([
      'header-required-missing',
    ]);
    expect(region.sentences('header-required-missing')).toMatchSnapshot();
  });
});

describe('where no header is found, the likely cause is said', () => {
  it.each([
    ['UTF-8 saved as Shift_JIS', '陷ｷ蜥ｲ蜷咲ｧｰ,遞ｮ蛻･,菴乗園,髮ｻ隧ｱ逡ｪ蜿ｷ', '文字化け'],
    ['UTF-8 saved as Latin', 'åç§°,ç¨®å¥,ä½æ,é»è©±çªå·', '文字化け'],
    ['full-width commas', '名称，種別，住所，電話番号', '区切り'],
    ['ideographic commas', '名称、種別、住所、電話番号', '区切り'],
    ['another list', 'りんご,100', '見出しを1行に並べて'],
    ['katakana', 'ﾘﾝｺﾞ,ﾐｶﾝ,ｲﾁｺﾞ狩り', '見出しを1行に並べて'],
  ])('%s', (_, line, words) => {
    const [told] = oneFile([line, line]).sentences('header-not-found');
    expect(told).toContain(words);
  });
});
