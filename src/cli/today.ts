/** `2026-04-01`, in Japan. The clock is read in the commands only; the core takes it as an argument. */
export function todayInJapan(now = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(now);
}
