import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Measured {
  code: number;
  /** Seconds on the wall. */
  wall: number;
  /** Seconds of processor, user and system, of the process and everything it started and waited for. */
  cpu: number;
  /** The largest sum of resident memory over the process tree, in bytes, seen at 50 ms steps. */
  peak: number;
  output: string;
}

/**
 * Runs a program and measures it from outside. The processor's time is bash's `time`, which reads the
 * kernel's account of waited-for children; memory comes from /proc. Linux only.
 */
export async function measure(program: string, args: readonly string[], cwd: string): Promise<Measured> {
  const script = 'TIMEFORMAT="@@ %R %U %S"; time "$@"';
  const child = spawn('bash', ['-c', script, 'bash', program, ...args], { cwd });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  let peak = 0;
  const poll = setInterval(() => {
    peak = Math.max(peak, treeMemory(child.pid ?? 0));
  }, 50);
  const code = await new Promise<number>((done, fail) => {
    child.once('error', fail);
    child.once('close', exit => done(exit ?? 1));
  });
  clearInterval(poll);
  const [, wall = 'NaN', user = 'NaN', system = 'NaN'] = /@@ (\S+) (\S+) (\S+)\s*$/.exec(output) ?? [];
  return { code, wall: Number(wall), cpu: Number(user) + Number(system), peak, output };
}

/** Resident memory of a process and its descendants. Shared pages count in each: an upper bound. */
function treeMemory(pid: number): number {
  let own = 0;
  try {
    own = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
    const tasks = readdirSync(`/proc/${pid}/task`);
    const children = tasks.flatMap(task =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return children.reduce((sum, child) => sum + treeMemory(Number(child)), own);
  } catch {
    // It ended while we looked.
    return own;
  }
}

/** How many files lie under a folder and how many bytes they hold. */
export function sizeOf(folder: string): { files: number; bytes: number } {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const bytes = paths.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { files: paths.length, bytes };
}
