import { writeFileSync } from 'node:fs';
import { ensureBrowser } from './browser.ts';

// `node tests/e2e/prepare-browser.ts <file>`: finds or installs a browser and writes its path into the file. Exit 1
// when there is none: in CI the browser tests would fail; elsewhere they skip themselves.

const [, , file = ''] = process.argv;
const browser = ensureBrowser(line => console.log(line));
if ('path' in browser) {
  console.log(`Browser: ${browser.path}`);
  writeFileSync(file, browser.path);
} else {
  const skips = process.env.CI ? 'The browser tests cannot run' : 'The browser tests are skipped';
  console.log(`${skips}: ${browser.reason}`);
  process.exitCode = 1;
}
