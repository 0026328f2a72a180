/** Separators between 診療科目. `・` is part of names (肝臓・胆のう・膵臓外科), `,` inside brackets is not one. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const character of text) {
    if ('（([【'.includes(character)) depth += 1;
    if ('）)]】'.includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && ';；、,，/／|｜\n'.includes(character)) {
      parts.push(part);
      part = '';
    } else {
      part += character;
    }
  }
  return [...parts, part].map(item => item.trim()).filter(item => item !== '');
}
