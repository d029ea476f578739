/**
 * Wires the gateway: options → ports → routes → one handler.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { openDatabase, type DatabaseOptions } from './adapters/database/open-database.js';
import { locateSchemas, openDiskProcedures } from './adapters/procedures/disk-procedures.js';
import { createWorkerJudge } from './adapters/second-judge/worker-judge.js';
import { createEphemeralKeys, openKeyFile, useKey } from './adapters/signing/ed25519-keys.js';
import { readAdministrativeUnits, UNITS_CATALOG, type AdministrativeUnits } from './domain/administrative-units.js';
import { ChangeFeed } from './domain/changes/change-feed.js';
import { WatchSeats } from './domain/changes/watch-seats.js';
import { startCounts } from './domain/judge-counts.js';
import { sweepUploads } from './domain/sweep-uploads.js';
import { SecretThrottle } from './domain/secret-throttle.js';
import { addDays, dayOf } from './domain/time/plain-date.js';
import type { WorkingCalendar } from './domain/time/working-calendar.js';
import { completeLimits, type LimitOptions } from './gateway-limits.js';
import { createHandler, type GatewayHandler } from './handler.js';
import { createAddressReader } from './http/client-address.js';
import { createRequestLimit } from './http/limit-rate.js';
import { createLog, describeError, type Log, type LogSink } from './http/log.js';
import { createWireValidator } from './http/wire-validator.js';
import { systemClock, type Clock } from './ports/clock.js';
import type { FileScanner } from './ports/file-scanner.js';
import type { FreeSpace } from './ports/free-space.js';
import type { GatewayDatabase } from './ports/gateway-database.js';
import type { MessageSender } from './ports/message-sender.js';
import type { ProcedureRepository } from './ports/procedure-repository.js';
import type { SecondJudge } from './ports/second-judge.js';
import type { SigningKeys } from './ports/signing-keys.js';
import { putAccount, type NewAccount } from './domain/desk/sign-in.js';
import { openIntakeGuard, type StorageOptions } from './open-intake-guard.js';
import { openDesk, type DeskOptions } from './open-desk.js';
import { openOperation, type OperationOptions, type Operation } from './open-operation.js';
import { openUploads, type ScannerOptions, type UploadOptions } from './open-uploads.js';
import { listRoutes } from './routes/list-routes.js';

export interface GatewayOptions {
  database: DatabaseOptions;
  /** Folder for the bytes of uploads. */
  uploadsDir: string;
  /** Origins of the portals, as `https://dichvucong.tinh.example`. Pages of other origins are refused. */
  allowedOrigins: readonly string[];
  /** A schemas folder with `procedures/`, `definitions/`, `catalogs/` and `api/`; default: that of @motcua/schemas. */
  proceduresDir?: string;
  /**
   * `defer`: procedures whose patterns no page can run in linear time are served too, and the second judge decides these patterns under
   * its time limit. Default: `refuse`, such a procedure keeps the gateway from starting.
   */
  patterns?: 'refuse' | 'defer';
  /** A file that is made on the first start, or a private Ed25519 JWK; absent: a key for this process alone. */
  signingKey?: { file: string } | { jwk: JWK };
  /** Addresses or CIDR ranges whose X-Forwarded-For is believed. */
  trustedProxies?: readonly string[];
  limits?: LimitOptions;
  /** What searches papers for viruses; default: nothing does. */
  scanner?: ScannerOptions;
  /** The officer's side: origins, cookie, codes, calendar, sessions. */
  desk?: DeskOptions;
  /** How much of the disk new papers and dossiers leave free. */
  storage?: StorageOptions;
  /** Messages, alarms, metrics, readiness. */
  operation?: OperationOptions;
  /** Takes structured records without personal data; default: none. */
  log?: LogSink;
  clock?: Clock;
  /** Replaces parts, as tests and platforms need. */
  ports?: GatewayPorts;
}

export interface GatewayPorts {
  database?: GatewayDatabase;
  procedures?: ProcedureRepository;
  judge?: SecondJudge;
  keys?: SigningKeys;
  scanner?: FileScanner;
  /** Takes the place of the disks. */
  space?: FreeSpace;
  /** Carries messages to citizens; default: none leave. */
  sender?: MessageSender;
}

export interface Gateway {
  /** Answers any request; never rejects. */
  fetch: GatewayHandler;
  /** Removes uploads that expired without a dossier; answers how many. Runs by itself every hour. */
  sweep(): Promise<number>;
  /** Makes an officer's account, or changes the one of that login. @throws AccountRefusedError */
  putAccount(account: NewAccount): Promise<void>;
  /** Ends an account and its sessions; answers whether there was one. */
  disableAccount(login: string): Promise<boolean>;
  /** Every address that is answered, with its methods. */
  routes: readonly { path: string; methods: readonly string[] }[];
  /** Messages and watchdog: single rounds, or `start` for rounds by themselves. */
  operation: Pick<Operation, 'start' | 'deliverMessages' | 'runWatchdog'>;
  /** Ends every stream of changes and refuses new ones, so that the requests that are left come to an end. */
  endWatches(): void;
  close(): Promise<void>;
}

const SWEEP_INTERVAL = 3_600_000;

/**
 * Opens a gateway.
 * @throws DirectoryInUseError, ProcedureRefusedError, and what the database says when it cannot be opened
 * @example
 * const gateway = await createGateway({ database: { kind: 'pglite' }, uploadsDir: '/tmp/uploads', allowedOrigins: ['http://localhost:4170'] });
 * const answer = await gateway.fetch(new Request('http://127.0.0.1:4180/v1/health'));
 */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const clock = options.clock ?? systemClock;
  const limits = completeLimits(options.limits);
  const log = createLog(options.log ?? (() => undefined), () => clock.now());
  const schemas = options.proceduresDir ?? locateSchemas();
  const procedures = options.ports?.procedures ?? (await openDiskProcedures(schemas, options.patterns));
  const judge = options.ports?.judge ?? startJudge(procedures, limits.judgeTime);
  const keys = options.ports?.keys ?? (await openKeys(options.signingKey));
  const wire = await createWireValidator(join(schemas, 'api'));
  const database = options.ports?.database ?? (await openDatabase(options.database));
  const uploads = await openUploads(
    { folder: options.uploadsDir, limits: limits.uploads, ...pickScanner(options) },
    { database, clock, log },
  );
  const units = readUnits(procedures);
  const deskOptions = options.desk ?? {};
  const bodyLimits = limits.submission;
  const { files } = uploads;
  const deskParts = { database, procedures, units, files, wire, bodyLimits, keys, rates: limits.rates, clock };
  const desk = openDesk(deskOptions, deskParts);
  warnOfCalendar(desk.moves.calendar, clock, log);
  const changes = {
    feed: new ChangeFeed({
      dossiers: database.dossiers,
      interval: limits.watches.pollInterval,
      onFailure: (error) => log('alarm', { event: 'changes-unreadable', ...describeError(error) }),
    }),
    seats: new WatchSeats(limits.watches),
  };
  const counts = startCounts();
  const version = readVersion();
  const operation = openOperation(options.operation ?? {}, {
    ...{ desk, keys, log, version, judgeCounts: counts, seats: changes.seats, scanning: uploads.scanning },
    uploadsDir: options.uploadsDir,
    sender: options.ports?.sender,
  });
  const endWatches = (): void => {
    operation.announceStop();
    changes.seats.close();
    changes.feed.endAll();
  };
  const routes = [
    ...operation.routes,
    ...openIntakeGuard(
      listRoutes({
        desk,
        changes,
        submission: { ...desk.moves, database, units, judge, counts, keys, log },
        uploads,
        throttle: new SecretThrottle(limits.secrets, () => clock.now()),
        wire,
        bodyLimits,
        version,
      }),
      { ...options, ...options.ports, database: options.database, log },
    ),
  ];
  const sweep = async (): Promise<number> => {
    await database.sessions.removeUnseenSince(new Date(clock.now().getTime() - desk.limits.idleSeconds * 1000));
    return sweepUploads(uploads);
  };
  const stopSweeping = repeatSweep(sweep, log);
  return {
    fetch: createHandler({
      routes,
      allowedOrigins: options.allowedOrigins,
      deskOrigins: deskOptions.origins ?? [],
      readAddress: createAddressReader(options.trustedProxies ?? []),
      observe: (exchange) => operation.observe(exchange),
      limitRequest: createRequestLimit(limits.rates.perAddress, log),
      log,
    }),
    sweep,
    putAccount: (account) => putAccount(account, database, units, clock.now()),
    disableAccount: (login) => database.accounts.disable(login, clock.now()),
    routes: routes.map(({ path, methods }) => ({ path, methods: Object.keys(methods) })),
    operation,
    endWatches,
    async close() {
      endWatches();
      stopSweeping();
      await operation.close();
      await judge.close();
      await database.close();
    },
  };
}

function startJudge(procedures: ProcedureRepository, timeLimit: number): SecondJudge {
  const schemas: Record<string, object> = {};
  for (const { plan } of procedures.list()) if (typeof plan.schema === 'object') schemas[plan.hash] = plan.schema;
  return createWorkerJudge({ schemas, timeLimit });
}

function pickScanner({ scanner, ports }: GatewayOptions): Pick<UploadOptions, 'scanner' | 'scannerPort'> {
  return { ...(scanner && { scanner }), ...(ports?.scanner && { scannerPort: ports.scanner }) };
}

function openKeys(source: GatewayOptions['signingKey']): Promise<SigningKeys> {
  if (source === undefined) return createEphemeralKeys();
  return 'file' in source ? openKeyFile(source.file) : useKey(source.jwk);
}

/** Agencies stand in the newest administrative units. */
function readUnits(procedures: ProcedureRepository): AdministrativeUnits {
  const versions = procedures
    .listCatalogs()
    .filter(({ name }) => name === UNITS_CATALOG)
    .map(({ version }) => version);
  const newest = versions.sort().pop();
  const catalog = newest === undefined ? undefined : procedures.findCatalog(UNITS_CATALOG, newest);
  if (!catalog) throw new Error(`there is no ${UNITS_CATALOG} catalogue`);
  return readAdministrativeUnits(catalog.text);
}

function readVersion(): string {
  return (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version;
}

const CALENDAR_MARGIN = 60;

/** A date beyond the calendar would count holidays that are not announced yet as worked. */
function warnOfCalendar(calendar: WorkingCalendar, clock: Clock, log: Log): void {
  if (!calendar.covers(addDays(dayOf(clock.now()), CALENDAR_MARGIN))) log('warn', { event: 'calendar-ending' });
}

function repeatSweep(sweep: () => Promise<number>, log: Log): () => void {
  const timer = setInterval(() => {
    sweep().then(
      (count) => log('info', { event: 'uploads-swept', count }),
      (error: unknown) => log('alarm', { event: 'sweep-failed', ...describeError(error) }),
    );
  }, SWEEP_INTERVAL);
  timer.unref();
  return () => clearInterval(timer);
}
