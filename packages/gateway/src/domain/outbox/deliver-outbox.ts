/**
 * One round of the outbox: takes what is due, writes each message, hands it to the sender, and notes how it went.
 * The lease lies in the database and no transaction stays open while a sender works; a process that dies between sending and noting leaves the
 * item to the next one, which sends it again under the same id.
 */
import { describeError, type Log } from '../../http/log.js';
import type { Clock } from '../../ports/clock.js';
import type { GatewayDatabase } from '../../ports/gateway-database.js';
import { MessageFailedError, type MessageSender } from '../../ports/message-sender.js';
import type { OutboxItem, OutboxOutcome } from '../../ports/outbox-store.js';
import { writeMessage, type NoticeServices } from '../notices/write-message.js';
import { computeWait, type RetryPolicy } from './retry-policy.js';

export interface OutboxServices {
  database: GatewayDatabase;
  /** Absent: nothing leaves; items are noted as that. */
  sender?: MessageSender;
  notices: NoticeServices;
  retry: RetryPolicy;
  clock: Clock;
  log: Log;
}

export interface DeliveryReport {
  taken: number;
  sent: number;
  failed: number;
  dead: number;
}

export const BATCH = 20;
/** Milliseconds beside the time for sending, to write the message and note how it went. */
const LEASE_MARGIN = 50_000;

export async function deliverOutbox(services: OutboxServices): Promise<DeliveryReport> {
  const now = services.clock.now();
  const until = new Date(now.getTime() + services.retry.sendLimit + LEASE_MARGIN);
  const items = await services.database.outbox.lease(BATCH, now, until);
  const results = await Promise.all(items.map((item) => deliver(item, services)));
  const count = (wanted: Result): number => results.filter((result) => result === wanted).length;
  return { taken: items.length, sent: count('sent'), failed: count('failed'), dead: count('dead') };
}

type Result = OutboxOutcome | 'failed' | 'dead';

async function deliver(item: OutboxItem, services: OutboxServices): Promise<Result> {
  const { database, clock, retry } = services;
  // Whatever ended the process at each attempt so far must not go on doing so.
  if (item.attempts > retry.attempts)
    return noteFailure(item, new MessageFailedError('permanent', INTERRUPTED), services);
  try {
    const outcome = await send(item, services);
    await database.outbox.markDelivered(item.id, clock.now(), outcome);
    return outcome;
  } catch (error) {
    return noteFailure(item, error, services);
  }
}

async function send(item: OutboxItem, { database, sender, notices, retry }: OutboxServices): Promise<OutboxOutcome> {
  if (!sender) return 'no-sender';
  const message = writeMessage(item, await database.dossiers.read(item.dossierId), notices);
  if (typeof message === 'string') return message;
  const signal = AbortSignal.timeout(retry.sendLimit);
  await Promise.race([sender.send(message, signal), rejectOn(signal)]);
  return 'sent';
}

/** A sender that does not mind the signal holds nobody up. */
function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    signal.addEventListener('abort', () => fail(new MessageFailedError('temporary', 'sender.timeout')), { once: true });
  });
}

const UNKNOWN_FAILURE = 'sender.failed';
const INTERRUPTED = 'sender.interrupted';
const CODE = /^[a-z]+\.[a-z-]+$/;

async function noteFailure(item: OutboxItem, error: unknown, services: OutboxServices): Promise<'failed' | 'dead'> {
  const { database, clock, retry, log } = services;
  const known = error instanceof MessageFailedError ? error : undefined;
  if (!known) log('warn', { event: 'message-failed', ...describeError(error) });
  const wait = known?.kind === 'permanent' ? undefined : computeWait(item.attempts, retry, Math.random());
  const now = clock.now();
  const retryAt = wait === undefined ? undefined : new Date(now.getTime() + wait);
  const code = known && CODE.test(known.code) ? known.code : UNKNOWN_FAILURE;
  await database.outbox.markFailed(item.id, code, now, retryAt);
  if (retryAt === undefined) log('alarm', { event: 'message-dead', reason: code });
  return retryAt === undefined ? 'dead' : 'failed';
}
