import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Problem } from '@motcua/schemas';
import { locateSchemas, openDiskProcedures } from '../adapters/procedures/disk-procedures.js';
import { ProcedureRefusedError } from '../adapters/procedures/compile-folder.js';
import type { SecondJudge } from '../ports/second-judge.js';
import { listExamples, prepareSubmission, type Example } from '../testing/sample-dossier.js';
import { openTestGateway, type TestGateway } from '../testing/test-gateway.js';

const SLUG = 'civil-status/birth-registration';
/** The first word again at the end: no page can run it. The other branch runs away natively. */
const PATTERN = '^(?:(Gia|Nhà) .*\\1|(?:a+)+b)$';
const RUNAWAY = `${'a'.repeat(40)}!`;

let schemas: string;
let gateway: TestGateway;
let example: Example;
before(async () => {
  schemas = await mkdtemp(join(tmpdir(), 'schemas-'));
  for (const part of ['procedures', 'definitions', 'catalogs', 'api', 'meta'])
    await cp(join(locateSchemas(), part), join(schemas, part), { recursive: true });
  const file = join(schemas, 'procedures', SLUG, 'data.schema.json');
  const data = JSON.parse(await readFile(file, 'utf8')) as { properties: { note: object } };
  data.properties.note = { ...data.properties.note, pattern: PATTERN };
  await writeFile(file, JSON.stringify(data));
  example = (await listExamples(SLUG, 'valid')).find(({ data: { note } }) => note !== undefined) as Example;
  gateway = await openTestGateway({ proceduresDir: schemas, patterns: 'defer', limits: { judgeTime: 1_500 } });
});
after(async () => {
  await gateway.close();
  await rm(schemas, { recursive: true, force: true });
});

interface Seen {
  status: number;
  problem: Problem;
  alarms: string[];
}

async function send(target: TestGateway, note: string): Promise<Seen> {
  target.clock.set(example.today);
  const earlier = target.logs.length;
  const prepared = await prepareSubmission(target.fetch, SLUG, { ...example.data, note });
  const answer = await target.fetch(prepared.createRequest());
  return {
    status: answer.status,
    problem: (await answer.json()) as Problem,
    alarms: target.logs
      .slice(earlier)
      .filter(({ event }) => event !== 'request')
      .map(({ level, event, reason, pointer }) => [level, event, reason, pointer].join(' ')),
  };
}

const issuesOf = ({ problem }: Seen): string[] =>
  (problem.issues ?? []).map(({ code, pointer }) => `${code} ${pointer}`);

test('a procedure whose pattern no page can run is refused, unless the operator lets it be deferred', async () => {
  await assert.rejects(
    openDiskProcedures(schemas),
    (error) => error instanceof ProcedureRefusedError && error.message.includes('schema.pattern-unsafe'),
  );
});

test('a deferred pattern that matches natively is accepted', async () => {
  const seen = await send(gateway, 'Gia đình nhận kết quả tại Gia');
  assert.deepEqual([seen.status, seen.alarms], [201, []]);
});

test('a deferred pattern that does not match is refused at its place, and is no disagreement', async () => {
  const seen = await send(gateway, 'Gia đình nhận kết quả tại Nhà');
  assert.deepEqual([seen.status, seen.alarms], [422, []]);
  assert.deepEqual(seen.problem.issues, [
    { code: 'keyword.pattern', severity: 'error', source: 'server', pointer: '/note', params: { pattern: PATTERN } },
  ]);
});

test('a deferred pattern that runs out of time is asked for again, is an alarm, is counted, and keeps no dossier', async () => {
  const dossiers = await gateway.database.dossiers.count();
  const seen = await send(gateway, RUNAWAY);
  assert.deepEqual([seen.status, issuesOf(seen)], [422, ['submission.pattern-undecided /note']]);
  assert.deepEqual(seen.alarms, ['alarm pattern-undecided time /note']);
  assert.equal(await gateway.database.dossiers.count(), dossiers);
  const health = await gateway.fetch(new Request('http://127.0.0.1:4180/v1/health'));
  assert.deepEqual(((await health.json()) as { secondOpinions: object }).secondOpinions, {
    agreed: 2,
    disagreed: 0,
    none: 1,
    undecided: 1,
  });
});

test('after it the next answer is judged as before', async () => {
  assert.equal((await send(gateway, 'Nhà ở gần Nhà')).status, 201);
});

test('without a judge that works the citizen is asked to come back, not to change the answer', async () => {
  const broken: SecondJudge = {
    judge: () => Promise.resolve({ kind: 'none', reason: 'broken' }),
    close: () => Promise.resolve(),
  };
  const other = await openTestGateway({ proceduresDir: schemas, patterns: 'defer', ports: () => ({ judge: broken }) });
  try {
    const seen = await send(other, 'Nhà ở gần Nhà');
    assert.deepEqual([seen.status, seen.problem.code], [503, 'gateway.unavailable']);
    assert.deepEqual(seen.alarms, ['alarm pattern-undecided broken /note']);
  } finally {
    await other.close();
  }
});
