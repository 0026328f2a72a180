/** The opened edition, away from the thread that draws the page. It ends with the lock, and all that was in clear with it. */
import { tokyoMoment } from '../calendar/moment.ts';
import { createEditionSession, type EditionSession } from '../professional/session.ts';

export interface Request {
  id: number;
  method: keyof EditionSession;
  argument: never;
}

export type Reply = { id: number; value: unknown } | { id: number; error: string };

const session = createEditionSession(() => tokyoMoment(Date.now()).date);

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  const { id, method, argument } = data;
  const reply: Reply = await session[method](argument).then(
    value => ({ id, value }),
    error => ({ id, error: String(error) }),
  );
  postMessage(reply);
});
