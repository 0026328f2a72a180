/** The search, away from the thread that draws the page. */
import { createSession } from '../search/session.ts';
import { answerCalls } from './worker-calls.ts';

answerCalls(createSession());
