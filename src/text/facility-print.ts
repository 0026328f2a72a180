/** What only the printed page of a facility says. */
export const printText = {
  qr: 'このページを開くQRコード',
  newest: '新しい内容は、このページで見られます。',
} as const;
