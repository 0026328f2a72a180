/** The header's text, fresh where there is a connection. Null: there is none, and none was kept. */
export async function fetchHeader(home: string): Promise<string | null> {
  try {
    const response = await fetch(`${home}edition.json`, { cache: 'no-cache' });
    return response.ok ? await response.text() : '';
  } catch {
    return null;
  }
}

/** A sealed file as it came. Its name says what is in it, so that a kept one is as good as a new one. */
export async function fetchSealed(home: string, name: string): Promise<ArrayBuffer> {
  const response = await fetch(home + name);
  if (!response.ok) throw new Error(`${response.status} ${name}`);
  return response.arrayBuffer();
}
