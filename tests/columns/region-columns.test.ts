import { describe, expect, it } from 'vitest';
import { accountFaults, oneFile, regionOf } from '../dataset/region.ts';

/** A region of one row under `header`, with what `columns.yaml` says. */
const withColumns = (columns: string, header: string, ...rows: string[]) =>
  oneFile([`名称,種別,${header}`, ...rows.map((row, index) => `みほん${index + 1},訪問看護,${row}`)], {
    'columns.yaml': columns,
  });
const service = (region: ReturnType<typeof oneFile>, index = 0) => region.facilities[index]?.services[0];
const answersOf = (region: ReturnType<typeof oneFile>, index = 0) =>
  Object.fromEntries((service(region, index)?.capabilities ?? []).map(({ id, value }) => [id, value]));

describe('keys in Japanese', () => {
  it('mean what the English ones mean', () => {
    const columns = [
      'でんわ: { 項目: 電話番号 }',
      'PEGの方: { 機能: 胃ろう, 関係: 受け入れ }',
      'P: { 名前: 駐車場, 公開: だれでも, 絞り込み: はい }',
      '夜間の担当: { 名前: 夜間の担当, 公開: 専門職 }',
      '整理番号: 使わない',
    ].join('\n');
    const region = withColumns(
      columns,
      'でんわ,PEGの方,P,夜間の担当,整理番号',
      '025-000-0001,○,12台,KANARIYA-1,KANARIYA-2',
    );
    expect(service(region)?.phones[0]?.text).toBe('025-000-0001');
    expect(service(region)?.capabilities).toMatchObject([{ id: 'proc-gastrostomy', relation: 'accepts' }]);
    expect(region.facilities[0]?.custom).toEqual([{ key: 'P', label: '駐車場', value: '12台' }]);
    expect(region.publicDataset.filterFields).toEqual([{ key: 'P', label: '駐車場' }]);
    expect(region.published).not.toContain('KANARIYA');
  });

  it('text alone may name a capability', () => {
    expect(answersOf(withColumns('PEGの方: 胃ろうの管理\n', 'PEGの方', '○'))).toEqual({
      'proc-gastrostomy': 'yes',
    });
  });

  it('misspelt are told with line and the nearest', () => {
    const region = withColumns('でんわ: { 項日: 電話番号 }\n', 'でんわ', '025-000-0001');
    expect(region.sentences('config-unknown-key')).toMatchInlineSnapshot(`
      [
        "columns.yaml 1行目 「項日」：この項目名は使えません。使えるのは「項目」「機能」「関係」「名前」「公開」「絞り込み」「値」「区切り」「つなぐ」「印」「答え」「目的」です。",
      ]
    `);
    expect(region.blocked).toContain('columns.yaml');
  });

  it('a word of 公開 or 関係 that does not exist is told with those that do', () => {
    const region = withColumns('P: { 名前: 駐車場, 公開: 全員 }\n', 'P', '12台');
    expect(region.sentences('config-not-allowed')).toMatchInlineSnapshot(`
      [
        "columns.yaml 1行目 「公開」：「全員」は使えない値です。使えるのは「public」「professional」「だれでも」「専門職」です。",
      ]
    `);
  });

  it('公開 does not go with a field of ours: its audience is fixed', () => {
    const region = withColumns('P: { 項目: 電話番号, 公開: 専門職 }\n', 'P', '12台');
    expect(region.sentences('config-keys-mixed')).toMatchInlineSnapshot(`
      [
        "columns.yaml 1行目 「P」：「項目」「公開」を、この形で1つの見出しに書くことはできません。決まった項目の列なら「項目」、機能の列なら「機能」（と「関係」「公開」）、新しい項目なら「名前」（と「公開」「絞り込み」）のどれか1つにしてください（例：{ 項目: 電話番号 }）。",
      ]
    `);
  });
});

describe('headers that stand twice', () => {
  it('are told apart by their turn', () => {
    const region = withColumns('電話番号 (2): FAX番号\n', '電話番号,電話番号', '025-000-0001,025-000-0002');
    expect(service(region)?.phones.map(({ text }) => text)).toEqual(['025-000-0001']);
    expect(region.dataset.facilities[0]?.services[0]?.professional.fax).toBe('025-000-0002');
    expect(region.codes).not.toContain('header-duplicate');
  });

  it('or by the letter of the column, in the section of their file', () => {
    const region = withColumns(
      'ファイルごと:\n  a.csv:\n    C列: 使わない\n    列D: 電話番号\n    5列目: 備考\n',
      '電話番号,電話番号,電話番号',
      '025-000-0001,025-000-0002,あいさつ',
    );
    expect(service(region)?.phones.map(({ text }) => text)).toEqual(['025-000-0002']);
    expect(region.facilities[0]?.remarks).toBe('あいさつ');
  });

  it('a letter outside a file’s section is told where it belongs', () => {
    const region = withColumns('C列: 備考\n', '内線番号', '12');
    expect(region.sentences('columns-header-not-found')).toMatchInlineSnapshot(`
      [
        "columns.yaml 1行目 「C列」：この見出しの列は、どの表にもありません。列の位置のことなら、「ファイルごと:」の下のファイル名の中に書いてください（例：ファイルごと: { 一覧.csv: { C列: 電話番号 } }）。",
      ]
    `);
  });

  it('a header written just so is meant as it is written', () => {
    const region = withColumns('電話番号 (2): 備考\n', '電話番号（2）', 'ふたつめ');
    expect(region.facilities[0]?.remarks).toBe('ふたつめ');
  });

  it('without an entry, how to write one is told', () => {
    const region = oneFile(['名称,種別,電話番号,電話番号', 'みほん,訪問看護,025-000-0001,025-000-0002']);
    expect(region.sentences('header-duplicate')).toMatchInlineSnapshot(`
      [
        "a.csv 1行目 D列「電話番号」：「電話番号」は、前の列「電話番号」と同じ内容の見出しです。前の列だけを使いました。1つにまとめるか、見出しを変えてください。表を変えられないときは、columns.yaml に「電話番号 (2): …」のように、何番目の列かを付けて書けます。",
      ]
    `);
  });
});

describe('several answers in one cell', () => {
  it.each([
    '"胃ろう|痰の吸引|点滴"',
    '胃ろう；痰の吸引;点滴',
    '"胃ろう\n痰の吸引\n点滴"',
    '胃ろう、痰の吸引・点滴、点滴',
  ])('%j: each becomes a capability', cell => {
    const ids = Object.keys(answersOf(withColumns('処置: { 項目: 機能 }\n', '処置', cell)));
    expect(ids).toContain('proc-gastrostomy');
    expect(ids.length).toBeGreaterThan(1);
  });

  it('with a sign of the region’s own, and nothing else divides', () => {
    const region = withColumns(
      '設備: { 名前: 設備, 公開: だれでも, 区切り: "／" }\n',
      '設備',
      '"個室、2人部屋／食堂"',
    );
    expect(region.facilities[0]?.custom[0]?.value).toBe('個室、2人部屋、食堂');
  });

  it('a word of the list that is no capability is told with the nearest; the others count', () => {
    const region = withColumns('処置: { 項目: 機能 }\n', '処置', '胃ろう|人工呼吸機|その他|なし');
    expect(answersOf(region)).toEqual({ 'proc-gastrostomy': 'yes' });
    expect(region.sentences('answer-unknown')).toMatchInlineSnapshot(`
      [
        "a.csv 2行目 C列「処置」：「人工呼吸機」という機能は分からないため、この答えは使っていません（同じセルのほかの答えは使いました）。「人工呼吸器」のまちがいではありませんか。columns.yaml の「値」に、どの機能のことか（使わないなら「使わない」）を書いてください。",
        "a.csv 2行目 C列「処置」：「その他」という機能は分からないため、この答えは使っていません（同じセルのほかの答えは使いました）。columns.yaml の「値」に、どの機能のことか（使わないなら「使わない」）を書いてください。",
      ]
    `);
  });

  it('値 says what a word of the list means, and which is not used', () => {
    const columns = '処置: { 項目: 機能, 値: { PEG管理等: 胃ろうの管理, その他: 使わない } }\n';
    const region = withColumns(columns, '処置', 'ＰＥＧ管理等|その他');
    expect(answersOf(region)).toEqual({ 'proc-gastrostomy': 'yes' });
    expect(region.codes).not.toContain('answer-unknown');
  });

  it('答え says what it means to be named; a bracket or a mark behind a name says more', () => {
    const region = withColumns(
      '処置: { 項目: 機能 }\nこれから: { 項目: 機能, 答え: 予定 }\n',
      '処置,これから',
      '胃ろう（要相談）|点滴：×,痰の吸引',
    );
    expect(answersOf(region)).toEqual({
      'proc-gastrostomy': 'conditional',
      'proc-drip': 'no',
      'proc-suction': 'planned',
    });
  });

  it('types: one row with several services; an answer goes to the service that is asked', () => {
    const region = oneFile(
      ['名称,サービス,電話番号,処置', 'みほん,訪問看護|居宅介護支援|空飛ぶ看護,025-000-0001,胃ろう'],
      { 'columns.yaml': 'サービス: { 項目: 種別, 区切り: "|" }\n処置: { 項目: 機能 }\n' },
    );
    const services = region.facilities[0]?.services ?? [];
    expect(services.map(({ type }) => type)).toEqual(['visiting-nursing', 'care-management']);
    expect(services.map(({ phones }) => phones.length)).toEqual([1, 1]);
    expect(services[0]?.capabilities.map(({ id }) => id)).toEqual(['proc-gastrostomy']);
    expect(region.told('service-unknown').map(({ detail }) => detail.word)).toEqual(['空飛ぶ看護']);
    expect(accountFaults(region.account)).toEqual([]);
  });

  it('specialities', () => {
    const region = withColumns('科: { 項目: 診療科目, 区切り: [";", 改行] }\n', '科', '"内科;外科\n小児科"');
    expect(service(region)?.specialities.map(({ name }) => name)).toEqual(['内科', '外科', '小児科']);
  });
});

describe('one column per option', () => {
  it('`*` stands for the option', () => {
    const region = withColumns(
      '対応可能な処置_*: { 機能: "*" }\n診療科（*）: { 項目: 診療科目, 印: ＊ }\n設備・*: { 名前: 設備, 公開: だれでも, 印: ＊ }\n',
      '対応可能な処置_胃ろう,対応可能な処置_痰の吸引,診療科（内科）,診療科（耳鼻いんこう科）,診療科（外科）,設備・駐車場,設備・個室',
      '1,予定,○,1,,あり,はい',
    );
    expect(answersOf(region)).toEqual({ 'proc-gastrostomy': 'yes', 'proc-suction': 'planned' });
    expect(service(region)?.specialities.map(({ name }) => name)).toEqual(['内科', '耳鼻いんこう科']);
    expect(region.facilities[0]?.custom).toEqual([{ key: '設備', label: '設備', value: '駐車場、個室' }]);
    expect(region.codes).not.toContain('header-unknown');
  });

  it('an entry of one header outranks the pattern; what the pattern cannot name is told', () => {
    const region = withColumns(
      '処置_*: { 機能: "*" }\n処置_その他: 使わない\n',
      '処置_胃ろう,処置_空を飛ぶ,処置_その他',
      '○,○,○',
    );
    expect(answersOf(region)).toEqual({ 'proc-gastrostomy': 'yes' });
    expect(region.sentences('columns-capability-unknown')).toMatchInlineSnapshot(`
      [
        "a.csv 1行目 D列「処置_空を飛ぶ」：「空を飛ぶ」は columns.yaml の「機能」に書けない名前です。機能の名前かID（例：胃ろうの管理、proc-gastrostomy）で書いてください。この列は公開していません。",
      ]
    `);
  });

  it('types by mark', () => {
    const region = oneFile(['名称,実施_訪問看護,実施_居宅介護支援,実施_通所介護', 'みほん,1,○,'], {
      'columns.yaml': '実施_*: { 項目: 種別, 印: "*" }\n',
    });
    expect(region.facilities[0]?.services.map(({ type }) => type)).toEqual([
      'visiting-nursing',
      'care-management',
    ]);
  });

  it('a mark that is no plain ○ chooses nothing and is told', () => {
    const region = withColumns('科_*: { 項目: 診療科目, 印: "*" }\n', '科_内科,科_外科', '△,たぶん○');
    expect(service(region)?.specialities).toEqual([]);
    expect([
      ...region.sentences('option-not-plain'),
      ...region.sentences('mark-unknown'),
    ]).toMatchInlineSnapshot(`
      [
        "a.csv 2行目 C列「科_内科」：「△」は○か空欄ではないため、「内科」には数えていません。○か空欄にするか、columns.yaml の「値」に読み方を書いてください（例：値: { △: ○ }）。",
        "a.csv 2行目 D列「科_外科」：「たぶん○」は ○・△・予定・× のどれか分からないため、「情報なし」として扱いました。記号で答え、説明は続けてかっこに書いてください（例：△（退院前に連絡を））。",
      ]
    `);
  });

  it('a lone * is every column that nobody has said the use of', () => {
    const region = withColumns('"*": 使わない\n', 'なぞの列,電話番号', 'KANARIYA-7,025-000-0001');
    expect(region.codes).not.toContain('header-unknown');
    expect(region.published).not.toContain('KANARIYA');
  });
});

describe('columns that hide rows', () => {
  const columns =
    '公開フラグ: { 項目: 掲載区分, 値: { 1: 公開, 0: 非公開 } }\n営業: { 項目: 状況, 値: { 閉院: 廃止, それ以外: 営業中 } }\n';
  it('each by itself, one is enough, and the account has the rows', () => {
    const region = withColumns(columns, '公開フラグ,営業', '1,', '0,', '1,閉院', '1,しています');
    expect(region.facilities.map(({ name }) => name)).toEqual(['みほん1', 'みほん4']);
    expect(region.account).toMatchObject({ read: 4, published: 2, heldBack: 2 });
    expect(region.published).not.toContain('みほん2');
  });

  it('a word that is not among the values is not shown to everyone', () => {
    const region = withColumns(columns, '公開フラグ,営業', '9,');
    expect(region.facilities).toEqual([]);
    expect(region.codes).toContain('listing-unknown');
  });

  it('of two columns of one kind the stricter counts', () => {
    const region = withColumns('公開: 掲載区分\n承認: 掲載区分\n', '公開,承認', '公開,非公開', '公開,公開');
    expect(region.facilities.map(({ name }) => name)).toEqual(['みほん2']);
    expect(region.codes).not.toContain('header-duplicate');
  });
});

describe('several columns, one value', () => {
  it('are joined in the order of the sheet with the sign of the later one', () => {
    const region = withColumns(
      '所在地1: 住所\n所在地2: { 項目: 住所, つなぐ: "" }\n所在地3: { 項目: 住所, つなぐ: " " }\n電話1: 電話番号\n電話2: { 項目: 電話番号, つなぐ: " / " }\n',
      '所在地1,所在地2,所在地3,電話1,電話2',
      '新潟県新発田市,西町1-2,,025-000-0001,025-000-0002',
    );
    expect(region.facilities[0]?.address.text).toBe('新潟県新発田市西町1-2');
    expect(service(region)?.phones.map(({ text }) => text)).toEqual(['025-000-0001', '025-000-0002']);
  });

  it('hours out of any columns: start, end and afternoon of a day, one column for all weekdays', () => {
    const region = withColumns(
      [
        '平日開始: { 項目: 平日 }',
        '平日終了: { 項目: 平日, つなぐ: "-" }',
        '平日午後: { 項目: [月, 火, 水, 木, 金], つなぐ: 、 }',
        '受付（*曜）: { 項目: "*" }',
      ].join('\n'),
      '平日開始,平日終了,平日午後,受付（土曜）,受付（日曜）',
      '9:00,12:00,14:00-18:00,9:00-12:30,休み',
    );
    const days = service(region)?.hours[0]?.days;
    expect(days?.wed).toEqual({
      state: 'open',
      spans: [
        { start: '09:00', end: '12:00' },
        { start: '14:00', end: '18:00' },
      ],
    });
    expect(days?.sat).toMatchObject({ state: 'open', spans: [{ start: '09:00', end: '12:30' }] });
    expect(days?.sun).toEqual({ state: 'closed' });
  });

  it('a half that is missing is told at its row and stays unknown', () => {
    const region = withColumns('開始: 月\n終了: { 項目: 月, つなぐ: "-" }\n', '開始,終了', '9:00,');
    expect(service(region)?.hours[0]?.days.mon ?? { state: 'unknown' }).toEqual({ state: 'unknown' });
    expect(region.issues.filter(({ at }) => at.row === 2 && at.column === 'C')).not.toEqual([]);
  });

  it('parts of a name', () => {
    const region = oneFile(['法人,名前1,種別', '医療法人みほん会,みほん医院,診療所'], {
      'columns.yaml': '法人: 名称\n名前1: { 項目: 名称, つなぐ: " " }\n',
    });
    expect(region.facilities.map(({ name }) => name)).toEqual(['医療法人みほん会 みほん医院']);
  });
});

describe('values', () => {
  it('are turned into ours after folding; a header that is known needs no more', () => {
    const region = withColumns(
      '胃ろう: { 値: { 行っている: ○, 今後行う予定: 予定, 行っていない: ×, 応 相談: △, 空欄: 使わない } }\n',
      '胃ろう',
      '行っている',
      '今後行う予定',
      '行っていない',
      '応　相談',
      '',
    );
    expect([0, 1, 2, 3, 4].map(index => answersOf(region, index)['proc-gastrostomy'])).toEqual([
      'yes',
      'planned',
      'no',
      'conditional',
      undefined,
    ]);
  });

  it('空欄 may mean something where the region says so; by itself it is unknown', () => {
    const region = withColumns('胃ろう: { 値: { 空欄: × } }\n', '胃ろう,点滴', ',');
    expect(answersOf(region)).toEqual({ 'proc-gastrostomy': 'no' });
  });

  it('a target that means nothing is told at the header with what may be written', () => {
    const region = withColumns(
      '胃ろう: { 値: { はい: まる } }\nしゅべつ: { 項目: 種別, 値: { 看護: 訪問看獲 } }\n'.replace(
        'しゅべつ',
        '区分名',
      ),
      '胃ろう,区分名',
      'はい,x',
    );
    expect(region.sentences('columns-value-unreadable')).toMatchInlineSnapshot(`
      [
        "a.csv 1行目 C列「胃ろう」：「まる」は、columns.yaml に書かれていますが、この列では使えない言葉です。○・△・予定・×で書いてください。",
        "a.csv 1行目 D列「区分名」：「訪問看獲」は、columns.yaml に書かれていますが、この列では使えない言葉です。「訪問看護」のまちがいではありませんか。種別の名前（例：訪問看護）で書いてください。",
      ]
    `);
  });

  it('of a row that cannot be read stays unknown and is told by file, row and column', () => {
    const region = withColumns('胃ろう: { 値: { 行っている: ○ } }\n', '胃ろう', 'ときどき');
    expect(answersOf(region)).toEqual({});
    expect(region.sentences('mark-unknown')).toMatchInlineSnapshot(`
      [
        "a.csv 2行目 C列「胃ろう」：「ときどき」は ○・△・予定・× のどれか分からないため、「情報なし」として扱いました。記号で答え、説明は続けてかっこに書いてください（例：△（退院前に連絡を））。",
      ]
    `);
  });
});

describe('実施 and 受け入れ by type', () => {
  it('as the region says; other types as usual', () => {
    const region = oneFile(['名称,種別,PEG', 'あ,訪問看護,○', 'い,通所介護,○', 'う,診療所,○'], {
      'columns.yaml': 'PEG: { 機能: 胃ろう, 関係: { 訪問看護: 受け入れ, 通所介護: 実施 } }\n',
    });
    const relations = region.facilities.map(({ name, services }) => [
      name,
      services[0]?.capabilities[0]?.relation,
    ]);
    expect(Object.fromEntries(relations)).toEqual({ あ: 'accepts', い: 'performs', う: 'performs' });
  });
});

describe('sections of one file', () => {
  const files = {
    'facilities/サロン.csv': '名前,区分\n西町サロン,毎週\n',
    'facilities/薬局.csv': '名前,区分\nみほん薬局,KANARIYA-7\n',
    'columns.yaml': [
      '名前: 名称',
      '区分: 使わない',
      'ファイルごと:',
      '  サロン.csv:',
      '    全部の行: { 種別: 見守り, 電話番号: 025-000-0001 }',
      '    区分: { 名前: 開催, 公開: だれでも }',
      '  薬局:',
      '    全部の行: { 種別: 薬局 }',
    ].join('\n'),
  };

  it('say of one header something else in each file, and what all its rows are', () => {
    const region = regionOf(files);
    expect(region.facilities.map(({ services }) => services[0]?.type).sort()).toEqual([
      'community-help',
      'pharmacy',
    ]);
    expect(region.named('西町サロン')?.custom).toEqual([{ key: '区分', label: '開催', value: '毎週' }]);
    expect(region.named('西町サロン')?.services[0]?.phones[0]?.text).toBe('025-000-0001');
    expect(region.published).not.toContain('KANARIYA');
    expect(region.codes).not.toContain('columns-header-not-found');
  });

  it('a file that is not there is told with the nearest', () => {
    const region = regionOf({
      ...files,
      'columns.yaml': files['columns.yaml'].replace('サロン.csv', 'サロソ.csv'),
    });
    expect(region.sentences('columns-file-not-found')).toMatchInlineSnapshot(`
      [
        "columns.yaml 4行目 「サロソ.csv」：「サロソ.csv」というファイルもシートも、読んだ表の中にありません。「サロン.csv」のまちがいではありませんか。「ファイルごと:」の下には、ファイル名（例：一覧.csv）か、ファイル名とシート名（例：一覧.xlsx/薬局）を書いてください。",
      ]
    `);
  });

  it('what every row says outranks a column; a total row is still no office', () => {
    const region = oneFile(['名称,種別,病床数', 'みほん,不明,3', '合計,,3'], {
      'columns.yaml': 'ファイルごと:\n  a.csv:\n    全部の行: { 種別: 診療所 }\n',
    });
    expect(region.facilities.map(({ services }) => services[0]?.type)).toEqual(['clinic']);
    expect(region.account).toMatchObject({ read: 2, published: 1, skipped: 1 });
  });

  it('a constant that means nothing is told with its line', () => {
    const region = oneFile(['名称', 'みほん'], {
      'columns.yaml': '全部の行:\n  種別: 訪問看獲\n  電話番合: 1\n',
    });
    expect([
      ...region.sentences('columns-value-unreadable'),
      ...region.sentences('columns-field-unknown'),
    ]).toMatchInlineSnapshot(`
      [
        "columns.yaml 2行目 「種別」：「訪問看獲」は、columns.yaml に書かれていますが、この列では使えない言葉です。「訪問看護」のまちがいではありませんか。種別の名前（例：訪問看護）で書いてください。",
        "columns.yaml 3行目 「電話番合」：「電話番合」は columns.yaml の「項目」に書けない項目名です。「電話番号」のまちがいではありませんか。項目名は様式の見出し（例：電話番号）で書いてください。この列は公開していません。",
      ]
    `);
  });
});

describe('the header row', () => {
  it('of two rows, under merged cells', () => {
    const region = oneFile(
      ['調査結果,,,', '名称,種別,対応できる処置,,備考', ',,胃ろう,点滴,', 'みほん,訪問看護,○,×,あいさつ'],
      { 'columns.yaml': '見出しの行: [2, 3]\n対応できる処置_*: { 機能: "*" }\n' },
    );
    expect(answersOf(region)).toEqual({ 'proc-gastrostomy': 'yes', 'proc-drip': 'no' });
    expect(region.facilities[0]?.remarks).toBe('あいさつ');
    expect(region.account).toMatchObject({ read: 2, skipped: 1, published: 1 });
  });

  it('none: columns by their letters', () => {
    const region = oneFile(['みほん薬局,薬局,025-000-0001', 'ひがし薬局,薬局,025-000-0002'], {
      'columns.yaml':
        'ファイルごと:\n  a.csv:\n    見出しの行: なし\n    A列: 名称\n    B列: 種別\n    C列: 電話番号\n',
    });
    expect(region.facilities.map(({ name }) => name).sort()).toEqual(['ひがし薬局', 'みほん薬局']);
    expect(region.account).toMatchObject({ read: 2, published: 2 });
  });
});

describe('a public column of people’s names', () => {
  const rows = ['山田 太郎', '佐藤花子', '高橋 一', '鈴木 次郎'];
  it('is told once', () => {
    const region = withColumns('先生: { 名前: 先生, 公開: だれでも }\n', '先生', ...rows);
    expect(region.sentences('column-personal-names')).toMatchInlineSnapshot(`
      [
        "a.csv 2行目 C列「先生」：「山田 太郎」など、人の名前と思われる値が4件あり、公開される列です。名前を出さないなら columns.yaml に「使わない」か「公開: 専門職」と書いてください。",
      ]
    `);
  });

  it.each([
    ['professional', '先生: { 名前: 先生 }\n', rows],
    ['not used', '先生: 使わない\n', rows],
    [
      'of places',
      '先生: { 名前: 先生, 公開: だれでも }\n',
      ['西町', '東町', '中野市', '平日 午後', '相談室'],
    ],
  ])('is not told when it is %s', (_, columns, cells) => {
    expect(withColumns(columns, '先生', ...cells).codes).not.toContain('column-personal-names');
  });
});

it('weekday headers that stand twice: 外来 and 訪問', () => {
  const region = withColumns(
    '月 (2): { 項目: 月, 目的: 訪問 }\n火 (2): { 項目: 火, 目的: 訪問 }\n',
    '月,火,月,火',
    '9:00-12:00,休み,13:00-17:00,9時～',
  );
  const sets = service(region)?.hours ?? [];
  expect(sets.map(({ purpose, days }) => [purpose, days.mon.state, days.tue.state])).toEqual([
    ['outpatient', 'open', 'closed'],
    ['visit', 'open', 'unknown'],
  ]);
  expect(region.issues.filter(({ at }) => at.column === 'F')).toHaveLength(1);
});
