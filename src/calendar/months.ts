/** `2026-05-01`, 12 → `2025-05`: text that sorts before every later day or month. */
export function monthsBefore(day: string, months: number): string {
  const [year = '0', month = '01'] = day.split('-');
  const total = Number(year) * 12 + Number(month) - 1 - months;
  return `${Math.floor(total / 12)}-${String((total % 12) + 1).padStart(2, '0')}`;
}
