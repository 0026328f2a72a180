import { expect, test } from 'vitest';
import { matrixHtml } from '../../src/professional/matrix-html.ts';

test('lines with tabs become rows and cells; nothing in them is markup', () => {
  expect(matrixHtml('名前\t胃ろう\r\n<b>は & な</b>\t○')).toBe(
    '<table><tr><th>名前</th><th>胃ろう</th></tr><tr><td>&lt;b&gt;は &amp; な&lt;/b&gt;</td><td>○</td></tr></table>',
  );
});
