/**
 * What an operator can measure of a gateway.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { WatchSeats } from '../domain/changes/watch-seats.js';
import type { JudgeCounts } from '../domain/judge-counts.js';
import { countAlarms } from '../domain/watchdog/list-alarms.js';
import type { WatchServices } from '../domain/watchdog/watch-conditions.js';
import type { Scanning } from '../domain/scan-upload.js';
import { isStateName } from '../domain/states.js';
import type { Clock } from '../ports/clock.js';
import type { GatewayDatabase } from '../ports/gateway-database.js';
import type { Exchange } from '../handler.js';
import { Counter, Gauge, Histogram, writeFamilies, type Family, type Sample } from './families.js';

export interface MetricParts {
  database: GatewayDatabase;
  watch: WatchServices;
  judgeCounts: Readonly<JudgeCounts>;
  scanning: Pick<Scanning, 'scanner' | 'counts'>;
  seats: Pick<WatchSeats, 'count'>;
  clock: Clock;
  version: string;
}

export interface GatewayMetrics {
  /** Counts one answered request. */
  observe(exchange: Exchange): void;
  /** OpenMetrics 1.0 text. */
  write(): Promise<string>;
  close(): void;
}

/** Seconds. */
const DURATIONS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const SUBMISSION_ROUTE = '/v1/procedures/:sector/:name/dossiers';
const NANOSECOND = 1e-9;

export function createGatewayMetrics(parts: MetricParts): GatewayMetrics {
  const requests = new Counter({ name: 'motcua_requests', help: 'Requests answered, by route, method and status.' });
  const durations = new Histogram(
    {
      name: 'motcua_request_duration_seconds',
      help: 'From the request to the head of its answer, by route.',
      unit: 'seconds',
    },
    DURATIONS,
  );
  const submissions = new Counter({
    name: 'motcua_submissions',
    help: 'Submissions answered: accepted anew, replayed by their key, or refused.',
  });
  const failures = new Counter({
    name: 'motcua_scrape_failures',
    help: 'Families that could not be read when metrics were asked for.',
  });
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const families: Family[] = [
    requests,
    durations,
    submissions,
    ...listStored(parts),
    ...listOfProcess(parts, delay),
    failures,
  ];
  return {
    observe({ route, method, status, seconds, replayed }) {
      requests.add({ route, method, status: String(status) });
      durations.observe({ route }, seconds);
      if (route === SUBMISSION_ROUTE && method === 'POST') submissions.add({ outcome: readOutcome(status, replayed) });
    },
    write: () => writeFamilies(families, () => failures.add()),
    close: () => void delay.disable(),
  };
}

function readOutcome(status: number, replayed: boolean): string {
  if (status >= 500) return 'failed';
  if (status >= 400) return 'refused';
  return replayed ? 'replayed' : 'accepted';
}

/** What lies in the database, the same from every process on it. */
function listStored({ database, watch, clock }: MetricParts): Family[] {
  const measure = () => database.outbox.measure(watch.settings.failingAttempts);
  return [
    new Gauge({ name: 'motcua_dossiers', help: 'Dossiers, by state.' }, async () =>
      listDossiers(await database.figures.countStates()),
    ),
    new Gauge({ name: 'motcua_alarms', help: 'Alarms that stand, by kind.' }, async () =>
      listSamples('kind', await countAlarms(database, watch, clock.now())),
    ),
    new Gauge({ name: 'motcua_outbox_messages', help: 'Messages that have not left, by state.' }, async () => {
      const { open, failing, dead } = await measure();
      return listSamples('state', { open, failing, dead });
    }),
    new Gauge(
      { name: 'motcua_outbox_age_seconds', help: 'Age of the oldest open message.', unit: 'seconds' },
      async () => {
        const { openSince } = await measure();
        return [{ value: openSince ? Math.max(0, (clock.now().getTime() - openSince.getTime()) / 1000) : 0 }];
      },
    ),
    new Gauge(
      { name: 'motcua_outbox_done', help: 'Messages that are done, by outcome.' },
      async () => listSamples('outcome', await database.outbox.countOutcomes()),
      'counter',
    ),
    new Gauge(
      { name: 'motcua_uploads_bytes', help: 'Bytes announced by uploads that are kept.', unit: 'bytes' },
      async () => [{ value: await database.figures.sumUploads() }],
    ),
  ];
}

/** States of platforms and later versions are summed up: their labels are not ours to repeat. */
function listDossiers(counts: Readonly<Record<string, number>>): Sample[] {
  const known: Record<string, number> = {};
  for (const [state, count] of Object.entries(counts)) {
    const name = isStateName(state) ? state : 'unknown';
    known[name] = (known[name] ?? 0) + count;
  }
  return listSamples('state', known);
}

function listOfProcess(
  { database, judgeCounts, scanning, seats, version }: MetricParts,
  delay: ReturnType<typeof monitorEventLoopDelay>,
): Family[] {
  return [
    new Gauge(
      {
        name: 'motcua_second_opinions',
        help: 'Submissions judged twice, by how it went; none: out of time or broken.',
      },
      () => listSamples('outcome', { ...judgeCounts }),
      'counter',
    ),
    new Gauge(
      { name: 'motcua_scans', help: 'Papers by what the scanner said; unscanned: taken without a search.' },
      () => listSamples('outcome', { ...scanning.counts }),
      'counter',
    ),
    new Gauge(
      { name: 'motcua_scanner', help: 'Whether the scanner answers, by its kind; none: there is none.' },
      async () => [{ labels: { kind: scanning.scanner.name }, value: (await scanning.scanner.check()) ? 1 : 0 }],
    ),
    new Gauge({ name: 'motcua_watches', help: 'Streams of changes that are open.' }, () => [{ value: seats.count() }]),
    new Gauge({ name: 'motcua_database_connections', help: 'Connections of this process, by state.' }, () =>
      listSamples('state', { ...database.readPool() }),
    ),
    new Gauge(
      {
        name: 'motcua_event_loop_delay_seconds',
        help: 'Delay of the event loop since the last reading.',
        unit: 'seconds',
      },
      () => {
        const samples = [
          { labels: { percentile: '50' }, value: delay.percentile(50) * NANOSECOND },
          { labels: { percentile: '99' }, value: delay.percentile(99) * NANOSECOND },
          { labels: { percentile: '100' }, value: delay.max * NANOSECOND },
        ];
        delay.reset();
        return samples;
      },
    ),
    new Gauge({ name: 'motcua_memory_bytes', help: 'Memory of this process.', unit: 'bytes' }, () => [
      { value: process.memoryUsage.rss() },
    ]),
    new Gauge({ name: 'motcua_version', help: 'Version of the gateway, as a label.' }, () => [
      { labels: { version }, value: 1 },
    ]),
  ];
}

function listSamples(label: string, values: Readonly<Record<string, number>>): Sample[] {
  return Object.entries(values).map(([name, value]) => ({ labels: { [label]: name }, value }));
}
