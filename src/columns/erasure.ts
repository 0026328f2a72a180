/** The cell text that erases what earlier layers said. */
export const erasure = '【削除】';
