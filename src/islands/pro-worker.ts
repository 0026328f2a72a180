/** The opened edition, away from the thread that draws the page. It ends with the lock, and all that was in clear with it. */
import { tokyoMoment } from '../calendar/moment.ts';
import { createEditionSession } from '../professional/session.ts';
import { answerCalls } from './worker-calls.ts';

answerCalls(createEditionSession(() => tokyoMoment(Date.now()).date));
