/** The whole path on free ports: a gateway process with a database of its own, a portal on another site, and a line between them that can be cut. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect } from '../journey/expect.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

interface PortalModule {
  createPortal(options: { gatewayUrl: string; onCspReport?: (report: string) => void }): Server;
}

export interface Stack {
  portalUrl: string;
  gatewayUrl: string;
  dataDir: string;
  /** Bodies of the content security policy reports that the portal received. */
  cspReports: string[];
  /** Everything the gateway wrote to its log. */
  log(): string;
  /** The officer's account that the gateway made, where one was asked for. */
  officer(): Promise<{ login: string; password: string }>;
  /** SIGKILL to the gateway. */
  killGateway(): Promise<void>;
  /** Starts it again on the same port and data. */
  startGateway(): Promise<void>;
  close(): Promise<void>;
}

export interface StackOptions {
  /** Puts something between page and gateway: takes the gateway's address, gives the one that the page shall use. */
  between?: (gatewayUrl: string) => Promise<string>;
  /** A commune whose agency gets an officer and a desk. */
  desk?: string;
}

export async function startStack(dataDir: string, { between, desk }: StackOptions = {}): Promise<Stack> {
  const cspReports: string[] = [];
  const gatewayPort = await freePort();
  const gatewayUrl = `http://127.0.0.1:${gatewayPort}`;
  const portal = await listen(await makePortal((await between?.(gatewayUrl)) ?? gatewayUrl, cspReports));
  const portalUrl = `http://localhost:${(portal.address() as AddressInfo).port}`;
  let log = '';
  let gateway: ChildProcess | undefined;

  const startGateway = async (): Promise<void> => {
    gateway = spawn(process.execPath, ['packages/gateway/dist/main.js'], {
      cwd: root,
      env: {
        ...process.env,
        GATEWAY_PORT: String(gatewayPort),
        GATEWAY_HOST: '127.0.0.1',
        PORTAL_ORIGINS: portalUrl,
        MOTCUA_DATA_DIR: dataDir,
        ...(desk === undefined ? {} : { SAMPLE_OFFICER: desk, DESK_COOKIE: 'plain', DESK_ORIGINS: gatewayUrl }),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    gateway.stdout?.on('data', (chunk) => (log += String(chunk)));
    gateway.stderr?.on('data', (chunk) => (log += String(chunk)));
    await untilHealthy(gatewayUrl, gateway, () => log);
  };
  const killGateway = async (): Promise<void> => {
    const child = gateway;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  await startGateway();
  return {
    portalUrl,
    gatewayUrl,
    dataDir,
    cspReports,
    log: () => log,
    officer: () => readOfficer(() => log),
    killGateway,
    startGateway,
    async close() {
      await killGateway();
      portal.closeAllConnections();
      await new Promise((resolve) => portal.close(resolve));
    },
  };
}

async function readOfficer(log: () => string): Promise<{ login: string; password: string }> {
  let found: RegExpExecArray | null = null;
  await expect(async () => (found = /: (\S+), password (\S+)/.exec(log())) !== null, 'the account is printed');
  const [, login = '', password = ''] = found ?? [];
  return { login, password };
}

async function makePortal(gatewayUrl: string, reports: string[]): Promise<Server> {
  const module = (await import(new URL('../../../examples/portal/server.mjs', import.meta.url).href)) as PortalModule;
  return module.createPortal({ gatewayUrl, onCspReport: (report) => reports.push(report) });
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve) => server.listen(0, 'localhost', () => resolve(server)));
}

async function freePort(): Promise<number> {
  const server = await new Promise<Server>((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => resolve(probe));
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilHealthy(url: string, child: ChildProcess, log: () => string): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const healthy = await fetch(`${url}/v1/health`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The gateway ended before it was ready:\n${log()}`);
}
