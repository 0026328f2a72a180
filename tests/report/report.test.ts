import { expect, it } from 'vitest';
import { formatIssue, issue } from '../../src/issues/issue.ts';
import { jsonReport } from '../../src/report/json.ts';
import { formatOutputSize } from '../../src/report/output-size.ts';
import { formatReport } from '../../src/report/text.ts';
import { regionOf } from '../dataset/region.ts';

it('errors come first, then what was repaired, then what is missing; the account stands above', () => {
  const { account, issues } = regionOf({
    'facilities/a.csv':
      '名称,種別,電話番号,名称_カナ\nみほん薬局,薬局,０２５４－００－０００１,ミホン\nだめ,温泉,,\n',
  });
  expect(formatReport('みほん圏域', account, issues)).toMatchInlineSnapshot(`
    "みほん圏域: 1ファイル 2行 → 掲載 1 ／ 統合 0 ／ 保留 0 ／ 却下 1 ／ 圏域外 0 ／ 対象外 0
      a.csv: 2行 → 掲載 1 ／ 統合 0 ／ 保留 0 ／ 却下 1 ／ 圏域外 0 ／ 対象外 0

    エラー 1
      a.csv 3行目 B列「種別」：「温泉」という種別は分からないため、この行は掲載していません。様式の種別の名前（例：訪問看護、診療所、薬局）で入力してください。

    自動で直したもの 1
      a.csv 2行目 C列「電話番号」：「０２５４－００－０００１」は「0254-00-0001」と読みました。元の表も半角の数字とハイフンにしてください（例：03-0000-0000）。

    たりないもの 3
      a.csv 2行目：「みほん薬局」の地図上の位置がありません。一覧には載りますが、地図には出ません。「緯度」「経度」を入力してください（例：37.951234、139.401234）。
      a.csv 2行目：「みほん薬局」の住所がありません。「住所」を入力してください（例：みほん県みほ野市西町1-2-3）。
      a.csv 2行目：「みほん薬局」の確認日がありません。電話などで確かめた日を「確認日」に入力してください（例：2026-05-01）。

    お知らせ 1
      a.csv 2行目：「みほん薬局」のページのID「x-1ot342uxj72」は名称と住所から作ったもので、名称が変わると変わります。「ID」の列か ids.csv に書いておくと変わりません。
    "
  `);
});

it('nothing to tell is said in words', () => {
  expect(formatReport('みほん圏域', null, [])).toBe('問題は見つかりませんでした。\n');
});

it('repeats of one code are folded by file, never errors of different kinds', () => {
  const found = ['a.csv', 'a.csv', 'a.csv', 'a.csv', 'b.csv'].map((file, index) =>
    issue('source-kind-unknown', { file, row: index + 2 }, 'ぼちぼち'),
  );
  const text = formatReport('x', null, found);
  expect(text.split('\n').filter(line => line.includes('行目'))).toHaveLength(4);
  expect(text).toContain('…（同じ内容 ほか1件）');
  expect(text).toContain('注意 5');
});

it('the JSON has every issue, unfolded, with the sentence', () => {
  const found = issue('name-missing', { file: 'a.csv', row: 3 });
  expect(jsonReport(null, [found])).toEqual({
    account: null,
    issues: [
      {
        code: 'name-missing',
        severity: 'error',
        at: { file: 'a.csv', row: 3 },
        value: '',
        message: formatIssue(found),
      },
    ],
    stale: [],
  });
});

it('the size is said beside the limits of the usual hosts, and coming near them or going over is said', () => {
  const small = { files: 180, pages: 132, bytes: 4_200_000, largest: 200_000 };
  expect(formatOutputSize('dist', small)).toMatchInlineSnapshot(
    `"dist: 132ページ、180ファイル（上限 20,000）、4.2 MB（上限 1,000 MB）、いちばん大きいファイル 0.2 MB（上限 25 MB）"`,
  );
  for (const over of [{ files: 20_001 }, { bytes: 1_000_000_001 }, { largest: 25_000_001 }]) {
    expect(formatOutputSize('dist', { ...small, ...over })).toMatch(
      /^dist.*\n注意：.*上限をこえています。[^\n]*$/,
    );
  }
  expect(formatOutputSize('dist', { ...small, files: 15_999 })).not.toContain('注意');
  expect(formatOutputSize('dist', { ...small, files: 16_400 }).split('\n')[1]).toBe(
    '注意：ファイルの数が、無料の公開サービスの上限の82%です。これから事業所が増えるなら、地域を分けるか、上限のないサーバーに置くことを考えておいてください。',
  );
});
