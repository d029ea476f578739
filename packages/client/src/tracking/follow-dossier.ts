/** Follows one dossier for as long as the signal allows: by a stream, and by looking it up now and then where streams do not come through. */
import { ForeignAnswerError, isClientError } from '../errors/client-error.js';
import { computeBackOff } from '../transport/back-off.js';
import { readAnswer, type Recognize } from '../transport/read-answer.js';
import type { Transport } from '../transport/transport.js';
import { wait } from '../transport/wait.js';
import { createLineWait } from '../uploads/wait-for-line.js';
import { watchPageLife, type PageLife } from './page-life.js';
import { readLines } from './read-lines.js';

export interface FollowedDossier<T> {
  /** Of the look-up; the stream lies below it. */
  path: string;
  headers: Record<string, string>;
  recognize: Recognize<T>;
  /** Told the present state first, and then each that differs from the one before. */
  publish(found: T): void;
  signal: AbortSignal;
}

/** Milliseconds without a sign of life, of which the gateway gives one every 15 seconds, after which a stream counts as dead. */
const SILENCE = 40_000;
/** Streams that fail one after the other before the dossier is looked up in between. */
const STREAMS_BEFORE_POLLING = 2;
/** Milliseconds, upper end of the growing delay between two tries. */
const LONGEST_DELAY = 60_000;

/** Returns when the signal says so. @throws ClientError that waiting cannot mend, as `dossier.not-found`. */
export async function followDossier<T>(transport: Transport, dossier: FollowedDossier<T>): Promise<void> {
  const page = watchPageLife();
  try {
    for (let failures = 0; !dossier.signal.aborted;) {
      await page.whenShown(dossier.signal);
      const end = await followStream(transport, dossier, page);
      if (end === 'hidden' || dossier.signal.aborted) continue;
      failures = end.heard ? 1 : failures + 1;
      const polled = failures > STREAMS_BEFORE_POLLING ? await poll(transport, dossier) : 0;
      await pause(Math.max(end.retryAfter, polled), failures, transport, dossier.signal);
    }
  } finally {
    page.stop();
  }
}

/** `retryAfter` in milliseconds. */
type StreamEnd = 'hidden' | { heard: boolean; retryAfter: number };

async function followStream<T>(
  transport: Transport,
  { path, headers, recognize, publish, signal }: FollowedDossier<T>,
  page: PageLife,
): Promise<StreamEnd> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  let hidden = false;
  const stopHide = page.onHide(() => {
    hidden = true;
    end();
  });
  signal.addEventListener('abort', end, { once: true });
  let timer = setTimeout(end, SILENCE);
  const live = (): void => {
    clearTimeout(timer);
    timer = setTimeout(end, SILENCE);
  };
  let heard = false;
  let retryAfter = 0;
  try {
    const body = await openBody(transport, `${path}/changes`, headers, ending.signal);
    for await (const line of readLines(body, live)) {
      publish(readLine(line, recognize));
      heard = true;
    }
  } catch (error) {
    retryAfter = readPassing(error);
  } finally {
    clearTimeout(timer);
    stopHide();
    signal.removeEventListener('abort', end);
  }
  return hidden ? 'hidden' : { heard, retryAfter };
}

async function openBody(
  transport: Transport,
  path: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const response = await transport.open({ path, headers, signal });
  const type = response.headers.get('Content-Type') ?? '';
  if (response.ok && response.body && /^application\/x-ndjson\b/i.test(type)) return response.body;
  await readAnswer(response, (_json): _json is never => false);
  throw new ForeignAnswerError(response.status);
}

function readLine<T>(line: string, recognize: Recognize<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new ForeignAnswerError(200);
  }
  if (!recognize(json)) throw new ForeignAnswerError(200);
  return json;
}

/** One look-up; answers the milliseconds that the gateway asks to wait. */
async function poll<T>(
  transport: Transport,
  { path, headers, recognize, publish, signal }: FollowedDossier<T>,
): Promise<number> {
  try {
    publish(await transport.request({ path, headers, recognize, repeatable: false, signal }));
    return 0;
  } catch (error) {
    return readPassing(error);
  }
}

/** The wait in milliseconds that a failure asks for. @throws the failure when waiting cannot mend it */
function readPassing(error: unknown): number {
  if (!isClientError(error)) return 0;
  // A gateway of an earlier version has no stream; a wrong secret does not become right.
  const isRefusal = error.kind === 'problem' && error.status < 500 && ![408, 429].includes(error.status);
  if ((isRefusal && error.code !== 'request.not-found') || error.code === 'dossier.secret-throttled') throw error;
  return ('retryAfter' in error ? (error.retryAfter ?? 0) : 0) * 1000;
}

/** What the gateway asks for is waited out; our own delay ends early when the device comes online. */
async function pause(asked: number, failures: number, { policy }: Transport, signal: AbortSignal): Promise<void> {
  const own = computeBackOff(failures, { ...policy, maxDelayMs: Math.max(policy.maxDelayMs, LONGEST_DELAY) });
  try {
    if (asked > 0) await wait(Math.max(asked, own), signal);
    else await createLineWait().wait(own, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
