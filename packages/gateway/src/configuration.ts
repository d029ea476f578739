/**
 * The gateway's configuration from environment variables, checked whole before anything starts.
 */
import { join, resolve } from 'node:path';
import type { ServerOptions } from './node-server.js';
import type { DeskOptions } from './open-desk.js';
import { readOperation } from './operation-variables.js';
import { VariableReader, type Variables } from './read-variables.js';
import { readReceptionFile } from './reception-file.js';
import { readRates, readScanner } from './scanner-variables.js';

/** Variables cannot be used; each line of the message names one and says what it should be. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly code = 'configuration.invalid';

  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** All that the program is told by its environment. */
export interface ProgramConfiguration {
  server: ServerOptions;
  /** Agency of the sample officer, when one is asked for. */
  sampleOfficer?: string;
  /** Variables that look like ours and do nothing, one line each. */
  warnings: readonly string[];
}

/** @throws ConfigurationError with every fault at once */
export function readProgram(variables: Variables): ProgramConfiguration {
  const reader = new VariableReader(variables);
  const server = readServer(reader);
  const sampleOfficer = readOfficer(reader);
  const warnings = reader.listUnknown();
  refuseFaults(reader);
  return { server, ...(sampleOfficer === undefined ? {} : { sampleOfficer }), warnings };
}

/** The server's part alone. @throws ConfigurationError */
export function readConfiguration(variables: Variables): ServerOptions {
  const reader = new VariableReader(variables);
  const server = readServer(reader);
  refuseFaults(reader);
  return server;
}

/**
 * The agency of the sample officer, when one is asked for by SAMPLE_OFFICER.
 * @throws ConfigurationError in production, where nobody may sign in with an account that was made by itself
 */
export function readSampleOfficer(variables: Variables): string | undefined {
  const reader = new VariableReader(variables);
  const agency = readOfficer(reader);
  refuseFaults(reader);
  return agency;
}

function refuseFaults({ faults }: VariableReader): void {
  if (faults.length > 0) throw new ConfigurationError(faults);
}

function readServer(reader: VariableReader): ServerOptions {
  const data = resolve(reader.text('MOTCUA_DATA_DIR') ?? '.data');
  return {
    port: reader.port('GATEWAY_PORT', 4180),
    host: readHost(reader),
    database: readDatabase(reader, data),
    uploadsDir: join(data, 'uploads'),
    signingKey: { file: join(data, 'signing-key.json') },
    allowedOrigins: readPortals(reader),
    trustedProxies: reader.addresses('TRUSTED_PROXIES'),
    scanner: readScanner(reader),
    limits: { rates: readRates(reader) },
    desk: readDesk(reader),
    storage: {
      reserveBytes: reader.integer('STORAGE_RESERVE_MEGABYTES', 256, { min: 0, max: 1_000_000 }) * 1024 * 1024,
    },
    operation: readOperation(reader),
    timeouts: { drain: reader.integer('STOP_SECONDS', 10, { min: 0, max: 600 }) * 1000 },
  };
}

function readHost(reader: VariableReader): string {
  return reader.text('GATEWAY_HOST') ?? '127.0.0.1';
}

/** The value may hold a password, so the message does not repeat it. */
function readDatabase(reader: VariableReader, data: string): ServerOptions['database'] {
  const url = reader.text('DATABASE_URL');
  if (url === undefined) return { kind: 'pglite', dataDir: join(data, 'database') };
  if (!/^postgres(ql)?:\/\//.test(url))
    reader.fault('DATABASE_URL must begin with postgres://. Unset it to use the embedded database.');
  return { kind: 'postgres', url };
}

function readPortals(reader: VariableReader): string[] {
  const listed = reader.origins('PORTAL_ORIGINS');
  const ports = [reader.port('PORTAL_PORT', 4170), reader.port('STORYBOOK_PORT', 4190)];
  return listed.length > 0 ? listed : ports.map((port) => `http://localhost:${port}`);
}

function readOfficer(reader: VariableReader): string | undefined {
  const agency = reader.text('SAMPLE_OFFICER');
  if (agency === undefined) return undefined;
  if (reader.isProduction())
    reader.fault('SAMPLE_OFFICER may not be set in production. Make accounts with put-account.');
  if (!/^\d{5}$/.test(agency)) reader.fault('SAMPLE_OFFICER must be the commune code of the agency, as 00004.');
  return agency;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

function readDesk(reader: VariableReader): DeskOptions {
  const host = readHost(reader);
  const isLocal = LOOPBACK.has(host);
  const origins = reader.origins('DESK_ORIGINS');
  const own = `http://${host.includes(':') ? `[${host}]` : host}:${reader.port('GATEWAY_PORT', 4180)}`;
  const reception = readReception(reader);
  return {
    origins: origins.length === 0 && isLocal ? [own] : origins,
    cookie: readCookie(reader, isLocal),
    ...(reception === undefined ? {} : { reception }),
  };
}

function readCookie(reader: VariableReader, isLocal: boolean): 'host' | 'plain' {
  const kind = reader.text('DESK_COOKIE') ?? 'host';
  if (kind === 'host') return kind;
  if (kind !== 'plain') reader.fault('DESK_COOKIE must be host or plain.');
  else if (!isLocal || reader.isProduction())
    reader.fault('DESK_COOKIE may be plain on this machine alone, and not in production. Serve the desk by HTTPS.');
  return 'plain';
}

function readReception(reader: VariableReader): DeskOptions['reception'] {
  const file = reader.text('RECEPTION_FILE');
  if (file === undefined) return undefined;
  try {
    return readReceptionFile(resolve(file));
  } catch (error) {
    reader.fault(`RECEPTION_FILE: ${error instanceof Error ? error.message : 'it cannot be used.'}`);
    return undefined;
  }
}
