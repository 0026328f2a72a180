import type { Account, FileAccount } from '../model/dataset.ts';

const words: readonly [keyof Omit<FileAccount, 'file' | 'sheet'>, string][] = [
  ['published', '掲載'],
  ['merged', '統合'],
  ['heldBack', '保留'],
  ['rejected', '却下'],
  ['outside', '圏域外'],
  ['skipped', '対象外'],
];

/** `みほん圏域: 4ファイル 812行 → 掲載 603 ／ 統合 151 ／ …`, then a line a file. */
export function formatAccount(name: string, account: Account): string {
  const files = new Set(account.files.map(file => file.file)).size;
  const lines = [`${name}: ${files}ファイル ${account.read}行 → ${fates(account)}`];
  for (const file of account.files) {
    const sheet = file.sheet ? `「${file.sheet}」` : '';
    lines.push(`  ${file.file}${sheet}: ${file.read}行 → ${fates(file)}`);
  }
  return lines.join('\n');
}

function fates(account: Omit<FileAccount, 'file' | 'sheet'>): string {
  return words.map(([key, word]) => `${word} ${account[key]}`).join(' ／ ');
}
