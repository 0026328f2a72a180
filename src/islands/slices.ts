// At 50 ms the page feels stuck, and phones are several times slower than what this is tried on.
const sliceTime = 6;

/** Another task: what waits for the thread (typing, scrolling) comes first. */
export function nextTask(): Promise<void> {
  return new Promise(done => setTimeout(done));
}

/** Works item by item, in as many tasks as it takes; left off once `isOver`. */
export async function inSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  isOver: () => boolean,
): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    if (performance.now() - began > sliceTime) {
      await nextTask();
      if (isOver()) return;
      began = performance.now();
    }
    work(item);
  }
}
