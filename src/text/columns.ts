/** Sentences of the command that proposes what columns mean. */
export const columnsText = {
  noFile: (path: string) => `「${path}」というファイルがありません。見るファイルを確かめてください。`,
  noTable: (path: string) =>
    `「${path}」には、見出しと行のある表が見つかりません。CSVかExcelブック（.xlsx）で保存し直してください。`,
  isThere: (path: string) =>
    `「${path}」はもうあるため、書きかえません。--out に別の名前を指定してください。`,
  summary: (columns: number, sure: number, likely: number, unknown: number) =>
    `${columns}列を見ました：高い ${sure}／たぶん ${likely}／わからない ${unknown}`,
  written: (path: string) => `列の使い方の案を「${path}」に書きました。`,
  next: '「たぶん」と「わからない」の行を直し、columns.yaml という名前にして（もうあれば中に書き足して）、check で確かめてください。人の名前の列は「使わない」にします。',
};
