import { useCallback, useEffect, useRef } from 'react';

export type Happened = 'locked' | 'forgotten';

/**
 * Tells the other tabs of the edition in `home` what somebody did in this one, and hears them: whoever leaves a desk locks
 * one tab and means all. A browser without such a channel leaves each to itself.
 */
export function useOtherTabs(home: string, onHeard: (what: Happened) => void): (what: Happened) => void {
  const channel = useRef<BroadcastChannel>(undefined);
  const heard = useRef(onHeard);
  heard.current = onHeard;

  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    const opened = new BroadcastChannel(`shigen-map ${home}`);
    opened.onmessage = ({ data }) => heard.current(data);
    channel.current = opened;
    return () => opened.close();
  }, [home]);

  return useCallback(what => channel.current?.postMessage(what), []);
}
