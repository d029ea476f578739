import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runAccountCommand } from './account-commands.js';
import { createGateway, type GatewayOptions } from './create-gateway.js';
import { pickCredentials, writeDeskRequest } from './testing/desk-client.js';
import { DESK_ORIGIN } from './testing/test-gateway.js';

let folder: string;
let options: GatewayOptions;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accounts-'));
  options = {
    database: { kind: 'pglite', dataDir: join(folder, 'database') },
    uploadsDir: join(folder, 'uploads'),
    allowedOrigins: [],
    desk: { origins: [DESK_ORIGIN] },
  };
});
after(() => rm(folder, { recursive: true, force: true }));

const account = {
  login: 'can-bo',
  name: 'Lê Văn Tám',
  roles: ['desk'],
  agencyCode: '00004',
  password: 'mot hai ba bon',
};

async function run(command: string[], input: unknown = ''): Promise<string> {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  async function* send(): AsyncGenerator<string> {
    yield text;
  }
  return runAccountCommand(command, send(), options);
}

async function signIn(): Promise<number> {
  const gateway = await createGateway(options);
  try {
    const body = pickCredentials({ ...account, roles: ['desk'] });
    return (await gateway.fetch(writeDeskRequest('session', { method: 'POST', body }))).status;
  } finally {
    await gateway.close();
  }
}

test('an account that is put by command can sign in, and cannot once it is disabled', async () => {
  const line = await run(['put-account'], account);
  assert.equal(line, 'The account can-bo is ready.');
  assert.equal(await signIn(), 200);
  assert.equal(await run(['disable-account', 'can-bo']), 'The account can-bo is disabled and signed out.');
  assert.equal(await signIn(), 401);
});

test('what is no account is refused in one line without the password', async () => {
  for (const input of ['', '{', { login: 'x' }, { ...account, roles: 'desk' }, { ...account, agencyCode: '99999' }])
    await assert.rejects(
      run(['put-account'], input),
      (error: Error) => /[.]$/.test(error.message) && !/bon|\n/.test(error.message),
    );
  await assert.rejects(run(['disable-account', 'nobody']), /no open account/);
});
