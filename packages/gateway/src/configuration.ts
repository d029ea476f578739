/**
 * The gateway's configuration from environment variables, checked before anything starts.
 */
import { join, resolve } from 'node:path';
import type { ServerOptions } from './node-server.js';

/** A variable cannot be used; the message names it and says what it should be. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly code = 'configuration.invalid';
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Reads GATEWAY_PORT, GATEWAY_HOST, DATABASE_URL, MOTCUA_DATA_DIR, PORTAL_ORIGINS (or PORTAL_PORT and STORYBOOK_PORT), TRUSTED_PROXIES.
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
  };
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
  if (listed.length > 0) return listed.map(checkOrigin);
  const ports = [readPort(variables, 'PORTAL_PORT', 4170), readPort(variables, 'STORYBOOK_PORT', 4190)];
  return ports.map((port) => `http://localhost:${port}`);
}

function checkOrigin(text: string): string {
  if (URL.canParse(text) && new URL(text).origin === text) return text;
  throw new ConfigurationError(
    `PORTAL_ORIGINS holds "${text}", which is no origin. Write scheme, host and port only, as https://portal.example.`,
  );
}

function readList(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
