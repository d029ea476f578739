/**
 * A whole gateway in this process, for tests: the real handler on a database of its own (embedded, or on the PostgreSQL server that
 * TEST_DATABASE_URL names), uploads in a folder that goes with it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../adapters/database/open-database.js';
import { createGateway, type Gateway, type GatewayOptions, type GatewayPorts } from '../create-gateway.js';
import type { LogRecord } from '../http/log.js';
import type { GatewayDatabase } from '../ports/gateway-database.js';
import { createCheckedFetch, type CheckedFetch } from './checked-fetch.js';
import { loadContract, type ApiContract } from './contract.js';
import { noteSeen } from './note-seen.js';
import { loadOutsideJudge } from './outside-judge.js';
import { createTestClock, type TestClock } from './test-clock.js';
import { createTestDatabase } from './test-database.js';

export interface TestGatewayOptions extends Partial<Omit<GatewayOptions, 'ports' | 'clock' | 'log' | 'uploadsDir'>> {
  /** ISO time or date to start with; absent: the time goes on by itself. */
  now?: string;
  /** Wraps the ports, as to break one on purpose. */
  ports?: (database: GatewayDatabase) => GatewayPorts;
}

export interface TestGateway {
  gateway: Gateway;
  database: GatewayDatabase;
  /** Checks every exchange against the contract. */
  fetch: CheckedFetch;
  contract: ApiContract;
  clock: TestClock;
  /** Every log record so far. */
  logs: readonly LogRecord[];
  origin: string;
  uploadsDir: string;
  close(): Promise<void>;
}

export const TEST_ORIGIN = 'http://localhost:4170';
/** Where the pages of the desk come from in tests. */
export const DESK_ORIGIN = 'http://127.0.0.1:4180';

/** Opening takes seconds: share one in a test file. */
export async function openTestGateway({ now, ports, desk, ...options }: TestGatewayOptions = {}): Promise<TestGateway> {
  const uploadsDir = await mkdtemp(join(tmpdir(), 'gateway-'));
  const clock = createTestClock(now);
  const logs: LogRecord[] = [];
  const own = options.database === undefined ? await createTestDatabase() : undefined;
  const database = await openDatabase(own?.options ?? options.database ?? { kind: 'pglite' });
  const contract = await loadContract();
  const outside = await loadOutsideJudge();
  const gateway = await createGateway({
    database: { kind: 'pglite' },
    allowedOrigins: [TEST_ORIGIN],
    desk: { origins: [DESK_ORIGIN], ...desk },
    ...options,
    uploadsDir,
    clock,
    log: (record) => logs.push(record),
    ports: { database, ...ports?.(database) },
  });
  return {
    gateway,
    database,
    fetch: createCheckedFetch(gateway.fetch, contract, outside),
    contract,
    clock,
    logs,
    origin: TEST_ORIGIN,
    uploadsDir,
    async close() {
      await gateway.close();
      await noteSeen(contract);
      await own?.drop();
      await rm(uploadsDir, { recursive: true, force: true });
    },
  };
}
