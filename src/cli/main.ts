import { FolderBusy } from '../files/write-sheet.ts';
import { audienceCommand } from './audience.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import { columnsCommand } from './columns.ts';
import { devCommand } from './dev.ts';
import { diffCommand } from './diff.ts';
import { explainCommand } from './explain.ts';
import { importCommand } from './import.ts';
import { initCommand } from './init.ts';
import { keysCommand } from './keys.ts';
import { matchCommand } from './match.ts';
import { previewCommand } from './preview.ts';
import { sealCommand } from './seal.ts';
import { takeVerbose, tellUnexpected } from './unexpected.ts';

const commands: Readonly<Record<string, (args: string[]) => Promise<number>>> = {
  init: initCommand,
  check: checkCommand,
  explain: explainCommand,
  audience: audienceCommand,
  match: matchCommand,
  diff: diffCommand,
  import: importCommand,
  columns: columnsCommand,
  keys: keysCommand,
  seal: sealCommand,
  build: buildCommand,
  preview: previewCommand,
  dev: devCommand,
};

const usage = `使い方: npm run -s shigen-map -- <コマンド> --data <地域のフォルダー>

  init     新しい地域のフォルダーを作ります
           init <フォルダー>（--name、--municipality、--contact、--phone、--email、--listing public|professional、
           --site <URL>、--n03 <境界の GeoJSON>、--engine <このツールのリポジトリー>）
  check    データを調べて、直すところを知らせます
           （--json、--full、--html <ファイル>、--propose <ファイル>、--ids <ファイル>、--show-professional）
  explain  check の知らせの意味と直し方を、見本の表で説明します
           explain <知らせのことば…>（--html <ファイル>）
  audience 住民と専門職に、何が見えるかを並べて示します
           audience [<IDか名称>]（--html <ファイル>）
  match    同じ事業所かもしれない組を表にし、判定を入れた表を same.csv に加えます
           （--out <表>、--take <判定を入れた表>）
  diff     2つのデータのちがい（追加・変更・削除）を知らせます
           diff <前> <新しい>（--json、--markdown、--html <ファイル>、--data <地域のフォルダー>、--show-professional）
  import   国などの一覧から、地域の行を取り込みます。もう一度取り込むと、新しい版に入れかえます
           import <ファイル…>（--municipality、--prefecture、--area、--polygon <GeoJSON>、--codes <ファイル>、--as <名前>、--as-of <日付>、--accept）
  columns  知らない一覧の列の使い方（columns.yaml）の案を作ります。columns <ファイル>（--out <ファイル>）
  keys     専門職版の鍵を作り、一覧にし、取り消し、全部新しくします
           keys add <渡す相手の名前>（--expires <日付>）・keys list・keys revoke <id か名前>・keys rotate
  seal     専門職向けの表に封をして、公開のリポジトリーにも置けるようにします
           seal <表>（直すために開くときは seal --open <表.sealed>）
  build    サイトを作ります（--out <フォルダー> --base <パス> --site <URL> --strict
           --upload <変わったファイルだけを集めるフォルダー>
           --separate-pro <専門職版だけを書くフォルダー> --allow-public-source）
  preview  作ったサイトを表示します（--out <フォルダー> --port <番号>）
  dev      保存するたびに作り直しながら表示します（--port <番号>）

どのコマンドにも --verbose を付けられます。思わぬことで止まったとき、くわしい内容（値が出ることがあります）を表示します。
`;

/** Exit codes: 0 done, 1 data errors or not published, 2 wrong use. */
async function main(args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(usage);
    return 0;
  }
  const command = commands[name];
  if (!command) {
    process.stderr.write(`${name === '' ? '' : `「${name}」というコマンドはありません。\n`}${usage}`);
    return 2;
  }
  try {
    return await command(rest);
  } catch (error) {
    if (error instanceof FolderBusy) process.stderr.write(`${error.message}\n`);
    else tellUnexpected(error);
    return 1;
  }
}

process.once('uncaughtException', error => {
  tellUnexpected(error);
  process.exit(1);
});
process.exitCode = await main(takeVerbose(process.argv.slice(2)));
