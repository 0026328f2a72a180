import type { Refusal, Taken } from '../match/take.ts';

type Line = Refusal['pair'];

const shownLines = 3;

function placeText({ at }: Line): string {
  return `${at.file}${at.sheet ? ` シート「${at.sheet}」` : ''} ${at.row}行目`;
}

function pairText({ sides }: Line): string {
  return `「${sides.map(({ typed }) => typed).join('」と「')}」`;
}

function reasonText({ pair, reason }: Refusal): string {
  if (reason.kind === 'missing' && /^\d(?:\.\d+)?e\+?\d+$/i.test(reason.typed.normalize('NFKC')))
    return 'Excel が番号を短くしてしまい、元の番号が分かりません。match --out same-案.xlsx で作った表に、判定を入れてください。';
  if (reason.kind === 'missing')
    return `「${reason.typed}」という記録がありません。表を作り直すか（match --out）、番号を確かめてください。`;
  if (reason.kind === 'one-by-number')
    return '2つは同じ公的な番号で、もう1件になっています。分けるには、一覧の番号を直してください。';
  const opposite = pair.verdict === 'same' ? '別' : '同じ';
  const lines = reason.lines.slice(0, shownLines).map(line => `${placeText(line)} ${pairText(line)}`);
  const more = reason.lines.length > shownLines ? ` ほか${reason.lines.length - shownLines}行` : '';
  return `ほかの行によると「${opposite}」です（${lines.join('、')}${more}）。正しいほうを残して、どちらかの行を直してください。`;
}

/** What `match` says, and its sheet. */
export const matchText = {
  sheetName: '同じ事業所かどうか',
  verdictTitle: '判定',
  verdictHelp: '1つの事業所なら「同じ」、そうでなければ「別」。決められない行は、空欄のままでかまいません。',
  /** Of a sheet that names records which are not shown to all. */
  notForAll:
    '【注意】この表には、住民には見せない記録の名称・住所・電話番号も入っています。人に渡したり、公開のリポジトリーに置いたりしないでください。\n',
  found: (scores: readonly number[]) => {
    const count = (from: number, below: number) =>
      scores.filter(score => score >= from && score < below).length;
    const parts = `90点以上 ${count(90, 101)}件、70〜89点 ${count(70, 90)}件、50〜69点 ${count(50, 70)}件`;
    return scores.length === 0
      ? '同じ事業所かもしれない、まだ決めていない組は、ありません。\n'
      : `同じ事業所かもしれない、まだ決めていない組が ${scores.length}件あります（${parts}）。\n`;
  },
  hint: '表にするには、--out same-案.xlsx を付けてください。\n',
  written: (file: string, count: number) =>
    `同じ事業所かもしれない組 ${count}件を「${file}」に、点の高い順に書きました。判定の列に「同じ」か「別」を入れて保存し、match --take ${file} で same.csv に加えてください。決めない行は、空欄のままでかまいません。\n`,
  backup: (file: string) => `前のファイルは「${file}」に残しました。\n`,
  taken: ({ same, different, known, open }: Taken) =>
    `same.csv に ${same + different}組を加えました（同じ ${same}、別 ${different}）。もう入っていた組 ${known}、空欄の組 ${open}。\n`,
  refused: (refusal: Refusal) =>
    `${placeText(refusal.pair)}：${pairText(refusal.pair)}の「${refusal.pair.verdict === 'same' ? '同じ' : '別'}」は加えていません。${reasonText(refusal)}\n`,
  notTaken: 'same.csv は、前のままです。上の問題を直してから、もう一度試してください。\n',
  noSheet: (file: string) =>
    `「${file}」というファイルがありません。判定を入れた表を --take に指定してください（例：--take same-案.xlsx）。\n`,
  isSame: (file: string) =>
    `「${file}」には決めた判定が入っているため、表の書き先にも、加える表にもできません。別の名前（例：same-案.xlsx）を指定してください。\n`,
};
