/**
 * The gateway's configuration from environment variables, checked before anything starts.
 */
import { join, resolve } from 'node:path';
import type { ServerOptions } from './node-server.js';
import type { DeskOptions } from './open-desk.js';
import { readReceptionFile } from './reception-file.js';

/** A variable cannot be used; the message names it and says what it should be. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly code = 'configuration.invalid';
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads GATEWAY_PORT, GATEWAY_HOST, DATABASE_URL, MOTCUA_DATA_DIR, PORTAL_ORIGINS (or PORTAL_PORT and STORYBOOK_PORT), TRUSTED_PROXIES,
 * DESK_ORIGINS, DESK_COOKIE, RECEPTION_FILE.
 * @throws ConfigurationError
 */
export function readConfiguration(variables: Variables): ServerOptions {
  const data = resolve(variables['MOTCUA_DATA_DIR'] || '.data');
  const url = variables['DATABASE_URL'];
  return {
    port: readPort(variables, 'GATEWAY_PORT', 4180),
    host: variables['GATEWAY_HOST'] || '127.0.0.1',
    database: url
      ? { kind: 'postgres', url: checkDatabaseUrl(url) }
      : { kind: 'pglite', dataDir: join(data, 'database') },
    uploadsDir: join(data, 'uploads'),
    signingKey: { file: join(data, 'signing-key.json') },
    allowedOrigins: readOrigins(variables),
    trustedProxies: readList(variables['TRUSTED_PROXIES']),
    desk: readDesk(variables),
  };
}

/**
 * The agency of the sample officer, when one is asked for by SAMPLE_OFFICER.
 * @throws ConfigurationError in production, where nobody may sign in with an account that was made by itself
 */
export function readSampleOfficer(variables: Variables): string | undefined {
  const agency = variables['SAMPLE_OFFICER'];
  if (!agency) return undefined;
  if (variables['NODE_ENV'] === 'production')
    throw new ConfigurationError('SAMPLE_OFFICER may not be set in production. Make accounts with put-account.');
  if (!/^\d{5}$/.test(agency))
    throw new ConfigurationError('SAMPLE_OFFICER must be the commune code of the agency, as 00004.');
  return agency;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

function readDesk(variables: Variables): DeskOptions {
  const host = variables['GATEWAY_HOST'] || '127.0.0.1';
  const origins = readList(variables['DESK_ORIGINS']).map((text) => checkOrigin(text, 'DESK_ORIGINS'));
  const own = `http://${host.includes(':') ? `[${host}]` : host}:${readPort(variables, 'GATEWAY_PORT', 4180)}`;
  const file = variables['RECEPTION_FILE'];
  return {
    origins: origins.length === 0 && LOOPBACK.has(host) ? [own] : origins,
    cookie: readCookie(variables, LOOPBACK.has(host)),
    ...(file ? { reception: readReception(file) } : {}),
  };
}

function readCookie(variables: Variables, isLocal: boolean): 'host' | 'plain' {
  const kind = variables['DESK_COOKIE'] || 'host';
  if (kind === 'host') return kind;
  if (kind !== 'plain') throw new ConfigurationError('DESK_COOKIE must be host or plain.');
  if (!isLocal || variables['NODE_ENV'] === 'production')
    throw new ConfigurationError(
      'DESK_COOKIE may be plain on this machine alone, and not in production. Serve the desk by HTTPS.',
    );
  return kind;
}

function readReception(file: string): NonNullable<DeskOptions['reception']> {
  try {
    return readReceptionFile(resolve(file));
  } catch (error) {
    throw new ConfigurationError(`RECEPTION_FILE: ${error instanceof Error ? error.message : 'it cannot be used.'}`);
  }
}

function readPort(variables: Variables, name: string, standard: number): number {
  const text = variables[name] || String(standard);
  const port = Number(text);
  if (!/^[0-9]{1,5}$/.test(text) || port > 65_535)
    throw new ConfigurationError(`${name} must be a port from 0 to 65535.`);
  return port;
}

/** The value may hold a password, so the message does not repeat it. */
function checkDatabaseUrl(url: string): string {
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new ConfigurationError('DATABASE_URL must begin with postgres://. Unset it to use the embedded database.');
  return url;
}

function readOrigins(variables: Variables): string[] {
  const listed = readList(variables['PORTAL_ORIGINS']);
  if (listed.length > 0) return listed.map((text) => checkOrigin(text, 'PORTAL_ORIGINS'));
  const ports = [readPort(variables, 'PORTAL_PORT', 4170), readPort(variables, 'STORYBOOK_PORT', 4190)];
  return ports.map((port) => `http://localhost:${port}`);
}

function checkOrigin(text: string, name: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new ConfigurationError(
    `${name} holds "${text}", which is no origin. Write scheme, host and port only, as https://portal.example.`,
  );
}

function readList(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
