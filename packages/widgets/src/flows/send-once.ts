/** Sends something so that one press, or twenty, or a lost answer have one effect. */
import { errorCode } from './error-code.js';

export interface Sending<Body, Answer> {
  /** Bodies that were sent without a definite answer, kept with the draft: the gateway may have taken one of them. */
  unanswered: Body[];
  /** Stores the draft; awaited before anything leaves the device. */
  save: () => Promise<void>;
  /** One sending, always with the same key. */
  send: (body: Body) => Promise<Answer>;
}

export interface SentOnce<Body, Answer> {
  answer: Answer;
  /** The body that the gateway took. */
  body: Body;
  /** True when the gateway had already taken what was there before the last changes. */
  withEarlierAnswers: boolean;
}

/**
 * An attempt without a definite answer may have been taken. Its body stays in the draft: when the gateway later says that
 * the key was used with another body, one of the kept bodies was taken, and sending it again brings its answer.
 */
export async function sendOnce<Body, Answer>(
  sending: Sending<Body, Answer>,
  keep: (unanswered: Body[]) => void,
  body: Body,
): Promise<SentOnce<Body, Answer>> {
  const { unanswered, save, send } = sending;
  const earlier = unanswered.filter((one) => JSON.stringify(one) !== JSON.stringify(body));
  keep([...earlier, body]);
  await save();
  try {
    return { answer: await send(body), body, withEarlierAnswers: false };
  } catch (error) {
    if (errorCode(error) === 'idempotency.key-reused')
      return { ...(await recover(send, earlier, error)), withEarlierAnswers: true };
    if (isDefiniteRefusal(error)) {
      keep(earlier);
      await save();
    }
    throw error;
  }
}

async function recover<Body, Answer>(
  send: (body: Body) => Promise<Answer>,
  bodies: readonly Body[],
  reason: unknown,
): Promise<{ answer: Answer; body: Body }> {
  for (const body of bodies) {
    try {
      return { answer: await send(body), body };
    } catch (error) {
      if (errorCode(error) !== 'idempotency.key-reused') throw error;
    }
  }
  throw reason;
}

/** The gateway answered and took nothing. */
function isDefiniteRefusal(error: unknown): boolean {
  const status = (error as { status?: unknown }).status;
  return (
    typeof status === 'number' && status >= 400 && status < 500 && status !== 408 && status !== 409 && status !== 429
  );
}
