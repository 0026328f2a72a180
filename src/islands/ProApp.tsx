import { useEffect, useRef, useState } from 'react';
import { idleMinutes } from '../professional/unlock.ts';
import { keepOffline } from './keep-offline.ts';
import { LockScreen } from './LockScreen.tsx';
import { ProBand } from './ProBand.tsx';
import { ProExplorer } from './ProExplorer.tsx';
import type { ProProps } from './pro-props.ts';
import { useEdition } from './use-edition.ts';
import { useIdle } from './use-idle.ts';

/** The professional edition: locked, a field; opened, the explorer below a band that says whose it is. */
export default function ProApp(page: ProProps) {
  const { texts, home } = page;
  const edition = useEdition(home);
  const { lock, parts, lockNow } = edition;
  const [runs, setRuns] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const isOpen = lock.state === 'open' && parts !== null;

  useEffect(() => setRuns(true), []);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-pro-open', isOpen);
    if (!isOpen) return;
    top.current?.focus();
    keepOffline(home);
  }, [isOpen, home]);
  useIdle(idleMinutes, () => isOpen && lockNow('idle'));

  if (runs && !isSecureContext) return <Insecure texts={texts} />;
  if (!isOpen)
    return (
      <LockScreen
        page={page}
        lock={lock}
        ready={runs}
        onUnlock={edition.unlock}
        onOpenKept={edition.openKept}
        onForget={edition.forget}
      />
    );
  return (
    <div className="pro needs-script" ref={top} tabIndex={-1}>
      <ProBand
        page={page}
        edition={lock.edition}
        kept={lock.kept}
        asOf={parts.records?.asOf ?? null}
        onLock={() => lockNow('asked')}
        onForget={edition.forget}
      />
      <ProExplorer page={page} parts={parts} />
    </div>
  );
}

/** Over plain http the browser offers no encryption. */
function Insecure({ texts }: Pick<ProProps, 'texts'>) {
  const safe = `https:${location.href.slice(location.protocol.length)}`;
  return (
    <div className="pro-lock__problem" role="alert">
      <p>{texts.insecure}</p>
      <p>
        <a href={safe}>{texts.insecureLink}</a>
      </p>
    </div>
  );
}
