import { useEffect, useRef, useState } from 'react';
import { idleMinutes } from '../professional/unlock.ts';
import { keepOffline } from './keep-offline.ts';
import { LockScreen } from './LockScreen.tsx';
import { ProBand } from './ProBand.tsx';
import type { ProProps } from './pro-props.ts';
import { useEdition } from './use-edition.ts';
import { useIdle } from './use-idle.ts';

type Explorer = typeof import('./ProExplorer.tsx').ProExplorer;
let Explorer: Explorer | null = null;

/** Comes while the phrase is typed: the field does not wait for it. */
async function loadExplorer(): Promise<void> {
  Explorer ??= (await import('./ProExplorer.tsx')).ProExplorer;
}

/** The professional edition: locked, a field; opened, the explorer below a band that says whose it is. */
export default function ProApp(page: ProProps) {
  const { texts, home } = page;
  const edition = useEdition(home, loadExplorer);
  const { lock, parts, lockNow } = edition;
  const [runs, setRuns] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const isOpen = lock.state === 'open' && parts !== null;
  const isWhole = isOpen && (parts.records !== null || parts.failed);

  useEffect(() => setRuns(true), []);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-pro-open', isOpen);
    if (isOpen) top.current?.focus();
  }, [isOpen]);
  // Not before: it reads every script and every file again.
  useEffect(() => {
    if (isWhole) keepOffline(home);
  }, [isWhole, home]);
  useIdle(idleMinutes, () => isOpen && lockNow('idle'));

  if (runs && !isSecureContext) return <Insecure texts={texts} />;
  if (!isOpen || !Explorer)
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
      <Explorer page={page} parts={parts} />
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
