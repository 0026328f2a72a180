/** Methods of an object in a worker, called from the page: each call is a message, each answer another. */

interface Call {
  id: number;
  method: string;
  argument: unknown;
}

type Reply = { id: number; value: unknown } | { id: number; error: string };

interface Waiting {
  resolve: (value: never) => void;
  reject: (reason: Error) => void;
}

/** In the page: `callsTo(worker)('open')` is the worker's `open`. An `ArrayBuffer` is handed over, not copied. */
export function callsTo(worker: Worker): (method: string) => <T>(argument: unknown) => Promise<T> {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const answer = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) answer?.reject(new Error(data.error));
    else answer?.resolve(data.value as never);
  });
  return method => argument =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, { resolve, reject });
      const call: Call = { id: count, method, argument };
      worker.postMessage(call, argument instanceof ArrayBuffer ? [argument] : []);
    });
}

/** In the worker: answers every call by the method of that name. */
export function answerCalls<T extends { [K in keyof T]: (argument: never) => Promise<unknown> }>(
  session: T,
): void {
  addEventListener('message', async ({ data }: MessageEvent<Call>) => {
    const { id, method, argument } = data;
    const reply: Reply = await session[method as keyof T](argument as never).then(
      value => ({ id, value }),
      error => ({ id, error: String(error) }),
    );
    postMessage(reply);
  });
}
