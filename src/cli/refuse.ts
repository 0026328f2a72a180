/** Says on stderr why a command does not go on; gives its exit code. */
export function refuse(sentence: string, code = 1): number {
  process.stderr.write(`${sentence}\n`);
  return code;
}
