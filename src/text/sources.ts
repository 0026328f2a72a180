/** Where the facts of a facility's page come from. */
export const sourceText = {
  title: 'どこからの情報か',
  name: '名前',
  ofService: (service: string, facts: string) => `${service}：${facts}`,
  note: (words: string) => `（${words}）`,
} as const;
