/** The clipboard's lines with tabs as a table, which Excel and Word take with its cells; nothing in it is markup. */
export function matrixHtml(text: string): string {
  const rows = text.split('\r\n').map((line, i) => {
    const tag = i === 0 ? 'th' : 'td';
    return `<tr>${line
      .split('\t')
      .map(cell => `<${tag}>${escaped(cell)}</${tag}>`)
      .join('')}</tr>`;
  });
  return `<table>${rows.join('')}</table>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, letter => entities[letter] as string);
}
