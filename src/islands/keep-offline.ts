/**
 * Once opened, the page works without a connection: its worker keeps the page, its scripts and the sealed files, nothing
 * else. A new version takes over when this is the only window it would change.
 */
export function keepOffline(home: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // A browser that lets no worker in may still promise one.
  const takeOver = (made?: ServiceWorkerRegistration) => made?.waiting?.postMessage('take-over');
  navigator.serviceWorker.register(`${home}sw.js`, { scope: home }).then(takeOver, console.warn);
}

/** Takes the worker and what it kept away from the device. */
export async function forgetOffline(home: string): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.getRegistration(home);
  await registration?.unregister();
  const names = await caches.keys();
  await Promise.all(
    names.filter(name => name.startsWith(`shigen-map.pro ${home} `)).map(name => caches.delete(name)),
  );
}
