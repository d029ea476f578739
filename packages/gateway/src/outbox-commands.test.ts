import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createGateway, type Gateway, type GatewayOptions } from './create-gateway.js';
import { runOutboxCommand } from './outbox-commands.js';
import { MessageFailedError } from './ports/message-sender.js';
import { createRecordingSender } from './testing/recording-sender.js';
import { listExamples, prepareSubmission } from './testing/sample-dossier.js';
import { SAMPLE_SLUG } from './testing/sent-dossier.js';
import { createTestClock } from './testing/test-clock.js';

test('messages that were given up are listed by code and sent again by hand', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'outbox-'));
  const sender = createRecordingSender();
  const database = { kind: 'pglite', dataDir: join(folder, 'database') } as const;
  const clock = createTestClock('2026-11-20');
  const options: GatewayOptions = {
    database,
    uploadsDir: join(folder, 'uploads'),
    allowedOrigins: [],
    clock,
    ports: { sender },
  };
  const run = (...command: string[]): Promise<string> => runOutboxCommand(command, database, clock.now());
  try {
    sender.onSend = () => {
      throw new MessageFailedError('permanent', 'sender.refused');
    };
    const code = await withGateway(options, async (gateway) => {
      const example = (await listExamples(SAMPLE_SLUG, 'valid'))[0];
      const prepared = await prepareSubmission(gateway.fetch, SAMPLE_SLUG, example?.data ?? {});
      const answer = await gateway.fetch(prepared.createRequest());
      await gateway.operation.deliverMessages();
      return ((await answer.json()) as { provisionalCode: string }).provisionalCode;
    });
    const [summary, line] = (await run('list')).split('\n');
    assert.equal(summary, 'Open: 0. Given up: 1.');
    assert.match(line ?? '', new RegExp(`^1 .* notice of step 1 +${code} +1 attempts +sender.refused$`));
    await assert.rejects(run('replay', '99'), { code: 'outbox.refused' });
    for (const wrong of [[], ['replay'], ['replay', 'all'], ['purge']])
      await assert.rejects(run(...wrong), /Write outbox list/);
    assert.match(await run('replay', '1'), /leaves with the next round/);
    assert.equal(await run('list'), 'Open: 1. Given up: 0.');
    assert.match(await run('replay-dead'), /^0 messages/);
    sender.onSend = () => undefined;
    assert.equal((await withGateway(options, (gateway) => gateway.operation.deliverMessages())).sent, 1);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function withGateway<Result>(
  options: GatewayOptions,
  work: (gateway: Gateway) => Promise<Result>,
): Promise<Result> {
  const gateway = await createGateway(options);
  try {
    return await work(gateway);
  } finally {
    await gateway.close();
  }
}
