/**
 * Chromium by its own protocol and nothing else: a test library listens to requests and errors, for which the browser
 * parses every script again (source positions), and puts scripts of its own into the page.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Params = Record<string, unknown>;

export interface BarePage {
  send: (method: string, params?: Params) => Promise<Record<string, unknown>>;
  /** Value of an expression in the page. */
  evaluate: (expression: string) => Promise<unknown>;
  on: (method: string, listener: (params: never) => void) => void;
  close: () => Promise<void>;
}

export interface BareBrowser {
  /** An empty page of a profile of its own. */
  open: (width: number, height: number) => Promise<BarePage>;
  close: () => void;
}

export async function startBareBrowser(executable: string): Promise<BareBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'shigen-map-bench-browser-'));
  const child = spawn(
    executable,
    [
      ...['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
      ...['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
      ...['--disable-background-networking', '--disable-extensions', '--disable-component-update'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      'about:blank',
    ],
    { stdio: 'ignore' },
  );
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const call = await connect(await addressOf(join(profile, 'DevToolsActivePort')));
  return {
    open: (width, height) => openPage(call, width, height),
    close() {
      // Asked, not killed: what was started may be a script that starts the browser, which would live on.
      call.send('Browser.close').catch(() => child.kill());
      void gone.then(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
    },
  };
}

async function addressOf(file: string): Promise<string> {
  for (let i = 0; i < 300; i++) {
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port && path) return `ws://127.0.0.1:${port}${path}`;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('the browser did not start');
}

interface Connection {
  send: (method: string, params?: Params, sessionId?: string) => Promise<Record<string, unknown>>;
  on: (method: string, sessionId: string, listener: (params: never) => void) => void;
}

async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>();
  const listeners = new Map<string, (params: never) => void>();
  let count = 0;
  socket.addEventListener('message', ({ data }) => {
    const { id, result, error, method, params, sessionId } = JSON.parse(String(data));
    if (id === undefined) return listeners.get(`${sessionId} ${method}`)?.(params as never);
    const { resolve, reject } = waiting.get(id)!;
    waiting.delete(id);
    if (error) reject(new Error(error.message));
    else resolve(result as never);
  });
  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        socket.send(JSON.stringify({ id: count, method, params, sessionId }));
      }),
    on: (method, sessionId, listener) => listeners.set(`${sessionId} ${method}`, listener),
  };
}

async function openPage({ send, on }: Connection, width: number, height: number): Promise<BarePage> {
  const { browserContextId } = await send('Target.createBrowserContext');
  const { targetId } = await send('Target.createTarget', { url: 'about:blank', browserContextId });
  const { sessionId } = (await send('Target.attachToTarget', { targetId, flatten: true })) as {
    sessionId: string;
  };
  const here = (method: string, params?: Params) => send(method, params, sessionId);
  const mobile = width < 700;
  await here('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile });
  return {
    send: here,
    async evaluate(expression) {
      const { result } = await here('Runtime.evaluate', { expression });
      return (result as { value: unknown }).value;
    },
    on: (method, listener) => on(method, sessionId, listener),
    close: async () => {
      await send('Target.disposeBrowserContext', { browserContextId });
    },
  };
}
