import { defineCodes } from '../define.ts';

/** Problems of the keys of the professional edition, and of sealed files. */
export const secureCodes = defineCodes({
  'keys-salt-unreadable': {
    severity: 'error',
    sentence: () =>
      'は keys.yaml の salt として読めません。この値は手で直せません。keys.yaml.bak か、前の版の keys.yaml から戻してください。',
  },
  'keys-date-unreadable': {
    severity: 'error',
    sentence: () => 'は日付として読めません。年・月・日を「-」で区切って書いてください（例：2027-03-31）。',
  },
  'keys-id-duplicate': {
    severity: 'error',
    sentence: () =>
      'という id の鍵が2つあります。まちがえて写した方を消してください（新しい鍵は、コマンド「keys add 名前」で作ります）。',
  },
  'sealed-file-unopened': {
    severity: 'error',
    sentence: ({ reason }) =>
      `封をしたこのファイルは、${reason}。このファイルの行は、住民向けのサイトにも専門職版にも載っていません。合言葉（layers）の入った keys.secret.yaml を地域のフォルダーに置くか、SHIGEN_KEYS に入れて、もう一度実行してください。`,
  },
  'sealed-file-beside-clear': {
    severity: 'warning',
    sentence: ({ sealed }) =>
      `封をしていないこのファイルと「${sealed}」の両方があるため、封をしていない方を使いました。直し終わったら、コマンド「seal」でもう一度封をしてください。`,
  },
});
