/** 誤りの連絡. */
export const reportText = {
  byForm: '連絡フォームで知らせる',
  idLead: '知らせるときは、この番号を伝えてください：',
  mail: {
    name: '名前',
    id: '番号',
    page: 'ページ',
    wrong: 'ちがっているところ：',
    right: '正しい内容：',
    how: 'どうしてわかったか（電話で聞いた、本人です など）：',
  },
} as const;
