// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, type IssueCode } from '../../src/issues/catalogue.ts';
import { mistakeManual } from '../../src/report/mistakes/html.ts';
import { mistakeGroups, mistakePage } from '../../src/report/mistakes/page.ts';
import { findMistakes, formatMistakeList, mistakeFooter } from '../../src/report/mistakes/text.ts';
import { regionOf } from '../dataset/region.ts';
import { htmlErrors } from '../e2e/harness-checks.ts';
import { examplesFile, examplesText, mistakeExamples } from './examples.ts';
import { guideFile, guideText } from './mistake-guide.ts';

const codes = Object.keys(catalogue) as IssueCode[];
const pages = codes.map(mistakePage);

/** Codes no file can show: see every-code.test.ts. */
const withoutExample: readonly IssueCode[] = ['config-invalid'];

describe('よくあるまちがい', () => {
  it('shows what check says today; `npm run mistakes` makes it again', () => {
    expect(examplesText(mistakeExamples())).toBe(readFileSync(examplesFile, 'utf8'));
    expect(guideText()).toBe(readFileSync(guideFile, 'utf8'));
  });

  it('has a page for every code, in one place of the manual, with an example', () => {
    expect(mistakeGroups.flatMap(group => group.codes).toSorted()).toEqual(codes.toSorted());
    expect(pages.filter(({ example }) => !example).map(({ code }) => code)).toEqual(withoutExample);
    expect(new Set(pages.map(({ title }) => title)).size).toBe(pages.length);
  });

  it('says what is wrong by a mark, and where to go: a cell, a row, a line or a file', () => {
    const unmarked = pages.filter(({ example }) => {
      const piece = example?.piece;
      if (piece?.kind === 'cells') {
        const { row, column } = piece.wrong;
        const isShown = row === undefined || piece.rows.some(each => each.row === row);
        return (
          !isShown ||
          (column !== undefined && !piece.columns.includes(column)) ||
          (row ?? column) === undefined
        );
      }
      return piece?.kind === 'files' && !piece.files.includes(piece.wrong.file ?? '');
    });
    expect(unmarked.map(({ code }) => code)).toEqual([]);
  });

  it('is written for a clerk: whole sentences, no doubled punctuation, a way for every error', () => {
    const sentences = pages.flatMap(({ why, steps }) => [why, ...steps]);
    expect(sentences.filter(each => !/[。）]$/.test(each) || /。。|、、|undefined/.test(each))).toEqual([]);
    const mustBeMended = pages.filter(({ severity }) => severity === 'error' || severity === 'warning');
    expect(mustBeMended.filter(({ steps }) => steps.length === 0).map(({ code }) => code)).toEqual([]);
  });

  it('one code in the terminal', () => {
    expect(findMistakes('phone-lost-zero')).toMatchInlineSnapshot(`
      "電話番号の先頭の 0 が消えた（エラー phone-lost-zero）

      出る知らせ
        一覧.csv 3行目 H列「電話番号」：「254000002」は先頭の 0 が失われた番号のようです（「0254000002」ではありませんか）。確かめたうえで、セルの書式を「文字列」にして入力し直してください（例：025-000-0000）。

      見本 「一覧.csv」
          │ A   │ B                    │ G        │ H             │ I
        1 │ ID  │ 名称                 │ 経度     │ 電話番号      │ 確認日
        2 │ m-1 │ みほん内科クリニック │ 139.5211 │ 0254-00-0001  │ 2026-04-01
        3 │ m-2 │ ステーションあお     │ 139.5104 │ 【254000002】 │ 2026-04-01
        4 │ m-3 │ つくし薬局           │ 139.5302 │ 0254-00-0003  │ 2026-04-01

      どうして
        Excel は、数字だけの値を数とみなして、先頭の 0 を消します。書式を「文字列」にすると消えません。ちがう人にかかることのないように、0 を補ってのせることはしません。

      直し方
        1. 「一覧.csv」を Excel で開きます。先頭の 0 のことを聞かれたら、「変換しない」を選びます（聞かれない Excel では、ほかの番号の 0 も消えることがあります。表を Excel ブック（.xlsx）にしておくと、消えません）。
        2. 知らせにある行と列のセルへ行きます（左上の、番地の出ている欄に「H3」のように打って Enter を押すと着きます）。
        3. そのセル（列ごとでもかまいません）を選び、「ホーム」タブの、ふだん「標準」と出ている欄を「文字列」にします。
        4. 市外局番の 0 から、ハイフンを入れて入力し直します（例：0254-00-0002）。
        5. 分からないときは、事業所に電話で確かめます。
        6. 上書き保存します（形式のことを聞かれたら、CSV のままにします）。
        7. もう一度 check を動かして、この知らせが消えたのを見ます。

      それまで
        見本の行は、のっています（掲載）。使えなかったものは、上の知らせのとおりです。
      "
    `);
  });

  it('a word finds the codes that speak of it; nonsense finds none', () => {
    expect(findMistakes('先頭の 0')).toContain('phone-lost-zero');
    expect(findMistakes('ぬるぽ')).toBeNull();
    expect(formatMistakeList().match(/^ {2}[a-z]/gm)).toHaveLength(codes.length);
  });

  it('check ends with the codes to read on; a clean region with none', () => {
    const { issues } = regionOf({ 'facilities/a.csv': '名称,種別,電話番号\nみほん薬局,薬局,254000001\n' });
    expect(mistakeFooter(issues)).toContain('phone-lost-zero  電話番号の先頭の 0 が消えた');
    expect(mistakeFooter(issues.filter(({ severity }) => severity === 'missing'))).toBe('');
  });

  it('the manual is one valid page that asks nothing of the network; what a cell holds is no markup', () => {
    const html = mistakeManual();
    expect(htmlErrors(html)).toEqual([]);
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.querySelectorAll('article')).toHaveLength(codes.length);
    expect(page.querySelectorAll('script, link, img, marquee, [src], [style]')).toHaveLength(0);
    const links = [...page.querySelectorAll('a')].map(link => link.getAttribute('href') ?? '');
    expect(links.filter(link => !link.startsWith('#') || !page.getElementById(link.slice(1)))).toEqual([]);
  });
});
