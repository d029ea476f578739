/**
 * Wires what keeps a gateway going: messages that leave, the watchdog, readiness and metrics.
 */
import { createMailboxSender } from './adapters/messages/mailbox.js';
import type { WatchSeats } from './domain/changes/watch-seats.js';
import { createReadinessCheck } from './domain/check-readiness.js';
import type { JudgeCounts } from './domain/judge-counts.js';
import { BATCH, deliverOutbox, type DeliveryReport } from './domain/outbox/deliver-outbox.js';
import { DEFAULT_RETRY, type RetryPolicy } from './domain/outbox/retry-policy.js';
import type { Scanning } from './domain/scan-upload.js';
import { runWatchdog, type WatchReport } from './domain/watchdog/run-watchdog.js';
import type { WatchServices } from './domain/watchdog/watch-conditions.js';
import { readWatchSettings, type WatchOptions } from './domain/watchdog/watch-settings.js';
import type { Exchange } from './handler.js';
import { describeError, type Log } from './http/log.js';
import type { Route } from './http/route.js';
import { createGatewayMetrics } from './metrics/gateway-metrics.js';
import { createPeriodicJob } from './periodic-job.js';
import type { MessageSender } from './ports/message-sender.js';
import type { SigningKeys } from './ports/signing-keys.js';
import { deskAlarmRoutes } from './routes/desk/alarms.js';
import type { DeskServices } from './routes/desk/guard.js';
import { healthProbeRoutes } from './routes/health-probes.js';
import { mailboxRoutes } from './routes/mailbox.js';
import { metricsRoute, type MetricsAccess } from './routes/metrics.js';

export interface OperationOptions {
  /** Who may read metrics; default: nobody. */
  metrics?: MetricsAccess;
  /** Keeps messages on a page in place of sending them, for trials. */
  mailbox?: boolean;
  /** How often and how long a message is tried. */
  outbox?: Partial<RetryPolicy>;
  watch?: WatchOptions;
  /** Free bytes in the folder of uploads below which the gateway is not ready; default: 512 MiB. */
  minFreeBytes?: number;
}

export interface OperationParts {
  desk: DeskServices;
  keys: SigningKeys;
  judgeCounts: Readonly<JudgeCounts>;
  scanning: Scanning;
  seats: WatchSeats;
  uploadsDir: string;
  version: string;
  log: Log;
  /** Replaces the mailbox. */
  sender?: MessageSender | undefined;
}

export interface Operation {
  routes: readonly Route[];
  /** Counts one answered request. */
  observe(exchange: Exchange): void;
  /** One round of the outbox. */
  deliverMessages(): Promise<DeliveryReport>;
  /** One round of the watchdog. */
  runWatchdog(): Promise<WatchReport>;
  /** Begins the rounds; without it nothing happens by itself. */
  start(): void;
  /** From now on the gateway is not ready. */
  announceStop(): void;
  /** Ends the rounds after the one that runs. */
  close(): Promise<void>;
}

const OUTBOX_INTERVAL = 1_000;
const WATCH_INTERVAL = 60_000;
const MIN_FREE = 512 * 1024 * 1024;

/** @throws WatchSettingsError */
export function openOperation(options: OperationOptions, parts: OperationParts): Operation {
  const { desk, keys, log, uploadsDir } = parts;
  const { database, clock, moves } = desk;
  const watch = openWatch(options.watch, desk);
  const mailbox = options.mailbox === true ? createMailboxSender(database.mailbox, clock) : undefined;
  const sender = parts.sender ?? mailbox;
  const notices = { procedures: moves.procedures, calendar: moves.calendar, settings: watch.settings };
  const retry = { ...DEFAULT_RETRY, ...options.outbox };
  const deliverMessages = () =>
    deliverOutbox({ database, notices, retry, clock, log, ...(sender === undefined ? {} : { sender }) });
  const watchOnce = () => runWatchdog({ database, watch, moves, clock, log });
  const jobs = [
    createPeriodicJob({
      work: async () => (await deliverMessages()).taken === BATCH,
      interval: OUTBOX_INTERVAL,
      onFailure: (error) => log('alarm', { event: 'outbox-unreadable', ...describeError(error) }),
    }),
    createPeriodicJob({
      work: async () => (await watchOnce()).ended > 0,
      interval: WATCH_INTERVAL,
      onFailure: (error) => log('alarm', { event: 'watchdog-failed', ...describeError(error) }),
    }),
  ];
  const metrics = createGatewayMetrics({ ...parts, database, clock, watch });
  let isOpen = true;
  const checkReadiness = createReadinessCheck({
    database,
    procedures: moves.procedures,
    keys,
    uploadsDir,
    minFreeBytes: options.minFreeBytes ?? MIN_FREE,
    isOpen: () => isOpen,
  });
  return {
    routes: [
      ...healthProbeRoutes(checkReadiness),
      metricsRoute(options.metrics ?? {}, () => metrics.write()),
      ...deskAlarmRoutes(desk, watch),
      ...(options.mailbox === true ? mailboxRoutes(database.mailbox) : []),
    ],
    observe: (exchange) => metrics.observe(exchange),
    deliverMessages,
    runWatchdog: watchOnce,
    start: () => jobs.forEach((job) => job.start()),
    announceStop: () => void (isOpen = false),
    async close() {
      isOpen = false;
      await Promise.all(jobs.map((job) => job.stop()));
      metrics.close();
    },
  };
}

function openWatch(options: WatchOptions | undefined, { moves }: DeskServices): WatchServices {
  const slugs = moves.procedures.list().map(({ slug }) => slug);
  return {
    calendar: moves.calendar,
    settings: readWatchSettings(options, slugs),
    slugs,
    soonLate: moves.reception.soonLate,
  };
}
