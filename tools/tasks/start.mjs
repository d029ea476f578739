/** Starts the whole path on one machine: gateway with its embedded database, and a sample portal on another site. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { connect } from 'node:net';
import { refusalOfPort } from '../refusals.mjs';
import build from './build.mjs';

const portalPort = port('PORTAL_PORT', 4170);
const gatewayPort = port('GATEWAY_PORT', 4180);
const storybookPort = port('STORYBOOK_PORT', 4190);
const portalUrl = `http://localhost:${portalPort}`;
const gatewayUrl = `http://127.0.0.1:${gatewayPort}`;

export default async function start() {
  await refuseBusyPort(portalPort, 'localhost', 'PORTAL_PORT');
  await refuseBusyPort(gatewayPort, '127.0.0.1', 'GATEWAY_PORT');
  await build();
  mkdirSync('.data', { recursive: true });
  console.log('Starting the gateway (the first time makes its database) …');
  const children = [];
  const stop = stopper(children);
  const said = await launch(children, stop, 'gateway', ['packages/gateway/dist/main.js'], {
    GATEWAY_PORT: String(gatewayPort),
    GATEWAY_HOST: '127.0.0.1',
    DESK_ORIGINS: process.env.DESK_ORIGINS ?? gatewayUrl,
    DESK_COOKIE: process.env.DESK_COOKIE ?? 'plain',
    SAMPLE_OFFICER: process.env.SAMPLE_OFFICER ?? '00004',
    MAILBOX: process.env.MAILBOX ?? 'on',
    PORTAL_ORIGINS: process.env.PORTAL_ORIGINS ?? `${portalUrl},http://localhost:${storybookPort}`,
    MOTCUA_DATA_DIR: process.env.MOTCUA_DATA_DIR ?? '.data',
  });
  await launch(children, stop, 'portal', ['examples/portal/server.mjs'], {
    PORTAL_PORT: String(portalPort),
    GATEWAY_URL: gatewayUrl,
  });
  printAddresses(said);
}

function port(name, usual) {
  const value = Number(process.env[name] ?? usual);
  if (Number.isInteger(value) && value > 0 && value < 65_536) return value;
  console.error(`${name} must be a port between 1 and 65535; it is "${process.env[name]}".`);
  process.exit(1);
}

function refuseBusyPort(number, host, name) {
  return new Promise((resolve) => {
    const probe = connect({ port: number, host });
    probe.once('connect', () => {
      console.error(refusalOfPort(number, name));
      process.exit(1);
    });
    probe.once('error', () => resolve());
  });
}

/** Resolves with what the child prints first (it is ready); a child that ends takes everything down. */
function launch(children, stop, name, args, env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    children.push(child);
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      resolve(String(chunk));
    });
    child.once('exit', (code) => stop(code === null ? 1 : code, name));
  });
}

function stopper(children) {
  let stopping = false;
  const stop = (code, name) => {
    if (stopping) return;
    stopping = true;
    if (name && code !== 0) console.error(`The ${name} ended (exit code ${code}); the line above says why.`);
    const alive = children.filter((child) => child.exitCode === null && child.signalCode === null);
    if (alive.length === 0) process.exit(code);
    let left = alive.length;
    for (const child of alive) {
      child.once('exit', () => {
        left -= 1;
        if (left === 0) process.exit(code);
      });
      child.kill('SIGTERM');
    }
    setTimeout(() => alive.forEach((child) => child.kill('SIGKILL')), 5_000).unref();
  };
  process.on('SIGINT', () => stop(0));
  process.on('SIGTERM', () => stop(0));
  return stop;
}

/** @param said by the gateway: the sample officer of this start, when one was asked for */
function printAddresses(said) {
  const officer = /: (\S+), password (\S+)/.exec(said);
  const account = officer ? `sign in as ${officer[1]} with ${officer[2]}` : 'make an account with put-account';
  console.log(`
  Portal      ${portalUrl}/            đăng ký khai sinh
              ${portalUrl}/tra-cuu.html  tra cứu hồ sơ
  Desk        ${gatewayUrl}/desk/      bàn làm việc của cán bộ: ${account}
  Mailbox     ${gatewayUrl}/mailbox/   tin nhắn gửi người dân
  Gateway     ${gatewayUrl}/v1/health
  Storybook   npm run storybook, then http://localhost:${storybookPort}

  Ctrl-C stops everything; what was sent stays in .data/.
`);
}
