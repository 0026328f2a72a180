import { describe, expect, it } from 'vitest';
import { formatUnexpected } from '../../src/report/unexpected.ts';

const where = { isVerbose: false, isWorkflow: false, checkout: '/home/yakuba/map' };
const stackOf = (error: Error) => {
  error.stack = `${error.constructor.name}: ${error.message}
    at readRows (/home/yakuba/map/src/dataset/read-table.ts:40:9)
    at eval (data:text/javascript,throw new Error('070-0000-9919'):1:7)
    at async main (file:///home/yakuba/map/src/cli/main.ts:70:12)`;
  return error;
};

describe('an error nobody expected', () => {
  it('is told by its kind and place, without its message', () => {
    const error = stackOf(new TypeError('Cannot read 「夜間は佐藤 070-0000-9919」\n    at 佐藤 (x:1:1)'));
    expect(formatUnexpected(error, where)).toMatchInlineSnapshot(`
      "【止まりました】このツールが思っていないことが起きました（TypeError、src/dataset/read-table.ts:40）。
      起きたところ：
        readRows (src/dataset/read-table.ts:40:9)
        async main (src/cli/main.ts:70:12)
      もう一度実行しても同じなら、上の表示をこのツールの配布元に知らせてください。データや合言葉は送らないでください。
      値が出ることがあるため、くわしい内容は表示していません。自分の端末で見るときは、同じコマンドに --verbose を付けて実行してください。"
    `);
  });

  it('of the system names the file', () => {
    const error = Object.assign(new Error("EACCES: permission denied, open 'data/site.yaml'"), {
      code: 'EACCES',
      path: 'data/site.yaml',
    });
    expect(formatUnexpected(error, where)).toContain('読み書きが許されていません：data/site.yaml');
  });

  it('is told in full to who asks, but never in a workflow', () => {
    const error = stackOf(new Error('070-0000-9919'));
    expect(formatUnexpected(error, { ...where, isVerbose: true })).toContain('070-0000-9919');
    const log = formatUnexpected(error, { ...where, isVerbose: true, isWorkflow: true });
    expect(log).not.toContain('9919');
    expect(log).toContain('CI');
  });

  it.each([
    ['a text', '070-0000-9919'],
    ['nothing', undefined],
    ['a kind that was set to a text', Object.assign(new Error('x'), { name: '070-0000-9919' })],
    ['a code that is a text', Object.assign(new Error('x'), { code: '070-0000-9919', path: '/x' })],
  ])('may be anything: %s', (_what, error) => {
    expect(formatUnexpected(error, where)).not.toContain('9919');
  });
});
