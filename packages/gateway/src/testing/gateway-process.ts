/**
 * The gateway as a program of its own, to be killed at will.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { NewAccount } from '../domain/desk/sign-in.js';

export interface GatewayProcess {
  url: string;
  /** Sends a request that was written for any gateway to this one. */
  send(request: Request): Promise<Response>;
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
  /** SIGTERM; answers its exit code. */
  stop(): Promise<number | null>;
  /** SIGTERM; waits for nothing. */
  signal(): void;
  exitCode(): number | null;
  /** Resolves when it is gone, for whatever reason. */
  ended: Promise<void>;
}

export type Variables = Readonly<Record<string, string>>;

export const GATEWAY_PROGRAM = fileURLToPath(new URL('../main.js', import.meta.url));

/**
 * Starts it on a free port and waits until it is ready.
 * @throws Error with what it wrote, when it ends before
 */
export async function startGatewayProcess(variables: Variables, program = GATEWAY_PROGRAM): Promise<GatewayProcess> {
  const child = spawnProgram(program, [], { GATEWAY_PORT: '0', ...variables });
  const ended = once(child, 'close').then(() => undefined);
  const url = await readAddress(child);
  return {
    url,
    send: (request) => sendTo(url, request),
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    signal: () => void child.kill('SIGTERM'),
    exitCode: () => child.exitCode,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}

/** Makes an officer's account as an operator does. */
export async function putAccountByProgram(account: NewAccount, variables: Variables): Promise<void> {
  const child = spawnProgram(GATEWAY_PROGRAM, ['put-account'], variables);
  child.stdin?.end(JSON.stringify(account));
  const said = await readToEnd(child);
  if (child.exitCode !== 0) throw new Error(`put-account failed: ${said}`);
}

/** Runs a command of the program; answers what it printed. */
export async function runGatewayCommand(
  command: readonly string[],
  variables: Variables,
): Promise<{ code: number | null; said: string }> {
  const child = spawnProgram(GATEWAY_PROGRAM, command, variables);
  child.stdin?.end();
  return { said: await readToEnd(child), code: child.exitCode };
}

/** What this process was given for itself must not lead the program to a database that is not meant. */
function spawnProgram(program: string, args: readonly string[], variables: Variables): ChildProcess {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], {
    env: { ...inherited, ...variables },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('close', () => process.removeListener('exit', end));
  return child;
}

async function readAddress(child: ChildProcess): Promise<string> {
  let printed = '';
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
  return new Promise((done, fail) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const url = /Gateway ready at (\S+)\n/.exec(printed)?.[1];
      if (url !== undefined) done(url);
    });
    child.once('close', () => fail(new Error(`the gateway ended before it was ready: ${said}`)));
  });
}

async function readToEnd(child: ChildProcess): Promise<string> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await once(child, 'close');
  return said;
}

/** Redirects a request; a body that is a stream is read first. */
async function sendTo(base: string, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.body === null ? undefined : await request.arrayBuffer();
  return fetch(`${base}${pathname}${search}`, {
    method: request.method,
    headers: request.headers,
    signal: request.signal,
    ...(body === undefined ? {} : { body }),
  });
}
