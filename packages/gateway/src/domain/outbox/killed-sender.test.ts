import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createGateway, type Gateway, type GatewayPorts } from '../../create-gateway.js';
import { createRecordingSender } from '../../testing/recording-sender.js';
import { listExamples, prepareSubmission } from '../../testing/sample-dossier.js';
import { SAMPLE_SLUG } from '../../testing/sent-dossier.js';
import { createTestClock } from '../../testing/test-clock.js';

const PROGRAM = fileURLToPath(new URL('../../testing/die-while-sending.js', import.meta.url));

test('a process that is killed between sending and noting it leaves the message to the next, under the same id', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'killed-'));
  const sentFile = join(folder, 'sent');
  const open = (clock: string, ports: GatewayPorts = {}): Promise<Gateway> =>
    createGateway({
      database: { kind: 'pglite', dataDir: join(folder, 'database') },
      uploadsDir: join(folder, 'uploads'),
      allowedOrigins: [],
      clock: createTestClock(clock),
      ports,
    });
  try {
    const first = await open('2026-11-20');
    const example = (await listExamples(SAMPLE_SLUG, 'valid'))[0];
    const prepared = await prepareSubmission(first.fetch, SAMPLE_SLUG, example?.data ?? {});
    assert.equal((await first.fetch(prepared.createRequest())).status, 201);
    await first.close();

    const dying = spawn(process.execPath, [PROGRAM, folder, sentFile, '2026-11-20']);
    assert.deepEqual(await once(dying, 'close'), [null, 'SIGKILL']);
    const [id] = (await readFile(sentFile, 'utf8')).split('\n');

    const sender = createRecordingSender();
    const early = await open('2026-11-20', { sender });
    assert.equal((await early.operation.deliverMessages()).taken, 0, 'the lease of the dead holds for a minute');
    await early.close();
    const late = await open('2026-11-20T12:02:00+07:00', { sender });
    assert.equal((await late.operation.deliverMessages()).sent, 1);
    assert.equal((await late.operation.deliverMessages()).taken, 0);
    await late.close();
    assert.deepEqual(
      sender.attempts.map((message) => message.id),
      [id],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
