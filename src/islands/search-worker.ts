/** The search, away from the thread that draws the page. */
import { createSession, type Session } from '../search/session.ts';

export interface Request {
  id: number;
  method: keyof Session;
  argument: never;
}

export type Reply = { id: number; value: unknown } | { id: number; error: string };

const session = createSession();

addEventListener('message', async ({ data }: MessageEvent<Request>) => {
  const { id, method, argument } = data;
  const reply: Reply = await session[method](argument).then(
    value => ({ id, value }),
    error => ({ id, error: String(error) }),
  );
  postMessage(reply);
});
