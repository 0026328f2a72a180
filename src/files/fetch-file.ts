export interface Fetched {
  /** `missing`: the server answered that there is no such file. */
  state: 'read' | 'missing' | 'unreachable';
  bytes: Uint8Array | null;
}

/** One file from the web. Never throws: an address that does not answer in a minute is unreachable. */
export async function fetchFile(url: string): Promise<Fetched> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(60_000) });
    if (response.ok) return { state: 'read', bytes: await response.bytes() };
    const isMissing = response.status === 404 || response.status === 410;
    return { state: isMissing ? 'missing' : 'unreachable', bytes: null };
  } catch {
    return { state: 'unreachable', bytes: null };
  }
}
