/**
 * The program's commands for officers' accounts: `put-account` takes one account as JSON on standard input, `disable-account <login>` ends one.
 */
import { createGateway, type Gateway, type GatewayOptions } from './create-gateway.js';
import { AccountRefusedError, type NewAccount } from './domain/desk/sign-in.js';

export const ACCOUNT_COMMANDS = ['put-account', 'disable-account'] as const;
export type AccountCommand = (typeof ACCOUNT_COMMANDS)[number];

/**
 * Carries a command out; answers the line to print. The password comes on standard input, never as an argument that other users could list.
 * @throws AccountRefusedError
 */
export async function runAccountCommand(
  [command, login = '']: readonly string[],
  input: AsyncIterable<Uint8Array | string>,
  options: GatewayOptions,
): Promise<string> {
  const account = command === 'put-account' ? parseAccount(await readAll(input)) : undefined;
  const gateway = await createGateway(options);
  try {
    return account ? await put(account, gateway) : await disable(login, gateway);
  } finally {
    await gateway.close();
  }
}

async function put(account: NewAccount, gateway: Gateway): Promise<string> {
  await gateway.putAccount(account);
  return `The account ${account.login} is ready.`;
}

async function disable(login: string, gateway: Gateway): Promise<string> {
  if (await gateway.disableAccount(login)) return `The account ${login} is disabled and signed out.`;
  throw new AccountRefusedError(`There is no open account "${login}".`);
}

function parseAccount(text: string): NewAccount {
  const account = readJson(text);
  const { login, name, roles, password } = account;
  const isWhole = [login, name, password].every((value) => typeof value === 'string') && Array.isArray(roles);
  if (!isWhole)
    throw new AccountRefusedError(
      'Give the account as JSON: {"login", "name", "roles": ["desk"], "agencyCode", "password"}.',
    );
  return account as unknown as NewAccount;
}

function readJson(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
}

async function readAll(input: AsyncIterable<Uint8Array | string>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of input) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
