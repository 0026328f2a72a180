import { useEffect, useState } from 'react';
import { afterFrame } from './after-frame.ts';

/** False in the frame in which another part of the page comes to stand in the window, so that it can begin with less. */
export function useSettled(part: string): boolean {
  const [drawn, setDrawn] = useState(part);
  useEffect(() => (drawn === part ? undefined : afterFrame(() => setDrawn(part), 'first')), [drawn, part]);
  return drawn === part;
}
