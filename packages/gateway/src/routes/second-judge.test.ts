import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { JsonObject, Plan } from '@motcua/form-engine';
import type { Problem } from '@motcua/schemas';
import { locateSchemas, openDiskProcedures } from '../adapters/procedures/disk-procedures.js';
import { createWorkerJudge } from '../adapters/second-judge/worker-judge.js';
import type { LogRecord } from '../http/log.js';
import type { ProcedureRepository } from '../ports/procedure-repository.js';
import { listExamples, prepareSubmission, type Example } from '../testing/sample-dossier.js';
import { openTestGateway, type TestGateway, type TestGatewayOptions } from '../testing/test-gateway.js';

const SLUG = 'civil-status/birth-registration';
const NOTE = 'Gia đình nhận kết quả vào buổi chiều.';

let procedures: ProcedureRepository;
let plan: Plan;
let example: Example;
before(async () => {
  procedures = await openDiskProcedures(locateSchemas());
  plan = procedures.find(SLUG)?.plan as Plan;
  example = (await listExamples(SLUG, 'valid')).find(({ data }) => data['note'] === NOTE) as Example;
});

/** The schema of the plan with other words about `/note`. */
function changeNote(change: JsonObject): JsonObject {
  const schema = structuredClone(plan.schema) as { properties: { note: JsonObject } };
  Object.assign(schema.properties.note, change);
  return schema;
}

/** The engine judges by this schema, everything else of the plan as it is. */
function planSchema(schema: JsonObject): ProcedureRepository {
  const altered = procedures
    .list()
    .map((procedure) => (procedure.slug === SLUG ? { ...procedure, plan: { ...plan, schema } } : procedure));
  return { ...procedures, list: () => altered, find: (slug) => altered.find((procedure) => procedure.slug === slug) };
}

/** The judge is the real worker, with this schema. */
function judgeBy(schema: object, timeLimit = 10_000) {
  return createWorkerJudge({ schemas: { [plan.hash]: schema }, timeLimit });
}

interface Seen {
  status: number;
  problem: Problem;
  dossiers: number;
  records: LogRecord[];
  counts: unknown;
}

const opened: TestGateway[] = [];
after(() => Promise.all(opened.map((gateway) => gateway.close())));

async function open(ports: NonNullable<TestGatewayOptions['ports']>): Promise<TestGateway> {
  const gateway = await openTestGateway({ ports });
  opened.push(gateway);
  return gateway;
}

async function send(gateway: TestGateway, note = NOTE): Promise<Seen> {
  gateway.clock.set(example.today);
  const prepared = await prepareSubmission(gateway.fetch, SLUG, { ...example.data, note });
  const earlier = gateway.logs.length;
  const answer = await gateway.fetch(prepared.createRequest());
  const health = await gateway.fetch(new Request('http://127.0.0.1:4180/v1/health'));
  return {
    status: answer.status,
    problem: (await answer.json()) as Problem,
    dossiers: await gateway.database.dossiers.count(),
    records: gateway.logs.slice(earlier).filter(({ event }) => event !== 'request'),
    counts: ((await health.json()) as { secondOpinions: unknown }).secondOpinions,
  };
}

const ISSUE = { severity: 'error', source: 'server', pointer: '/note' };

test('where nothing is planted both agree, nothing is logged and the agreement is counted', async () => {
  const seen = await send(await open(() => ({ procedures })));
  assert.deepEqual([seen.status, seen.dossiers, seen.records], [201, 1, []]);
  assert.deepEqual(seen.counts, { agreed: 1, disagreed: 0, none: 0, undecided: 0 });
});

test('planted: the judge is stricter. Its verdict wins, with the params of a text, and is an alarm', async () => {
  const seen = await send(await open(() => ({ procedures, judge: judgeBy(changeNote({ maxLength: 5 })) })));
  const actual = [...NOTE].length;
  assert.equal(seen.status, 422);
  assert.deepEqual(seen.problem.issues, [
    { ...ISSUE, code: 'keyword.maxLength', params: { limit: 5, actual, difference: actual - 5 } },
  ]);
  assert.equal(seen.dossiers, 0);
  assert.deepEqual(withoutTime(seen.records), [alarm('judge', 'keyword.maxLength')]);
  assert.deepEqual(seen.counts, { agreed: 0, disagreed: 1, none: 0, undecided: 0 });
});

test('planted: an engine that has lost a keyword is caught by the judge that has it', async () => {
  const careless = planSchema(changeNote({ maxLength: 5_000 }));
  const judge = judgeBy(plan.schema as object);
  const seen = await send(await open(() => ({ procedures: careless, judge })), 'a'.repeat(1_001));
  assert.equal(seen.status, 422);
  assert.deepEqual(
    seen.problem.issues?.map(({ code, pointer }) => `${code} ${pointer}`),
    ['keyword.maxLength /note'],
  );
  assert.deepEqual(withoutTime(seen.records), [alarm('judge', 'keyword.maxLength')]);
});

test('planted: the engine is stricter. Its verdict wins and is an alarm', async () => {
  const strict = planSchema(changeNote({ maxLength: 5 }));
  const seen = await send(await open(() => ({ procedures: strict, judge: judgeBy(plan.schema as object) })));
  assert.equal(seen.status, 422);
  assert.deepEqual(
    seen.problem.issues?.map(({ code, pointer }) => `${code} ${pointer}`),
    ['keyword.maxLength /note'],
  );
  assert.equal(seen.dossiers, 0);
  assert.deepEqual(withoutTime(seen.records), [alarm('engine', 'keyword.maxLength')]);
  assert.deepEqual(seen.counts, { agreed: 0, disagreed: 1, none: 0, undecided: 0 });
});

test('planted: a judge that runs away is no second opinion. The dossier is taken, and the next is judged again', async () => {
  const gateway = await open(() => ({ procedures, judge: judgeBy(changeNote({ pattern: '^(a+)+$|Gia' }), 1_500) }));
  const seen = await send(gateway, `${'a'.repeat(40)}!`);
  assert.equal(seen.status, 201);
  assert.deepEqual(withoutTime(seen.records), [
    { level: 'warn', event: 'no-second-opinion', procedure: SLUG, planHash: plan.hash, reason: 'time' },
  ]);
  assert.deepEqual(seen.counts, { agreed: 0, disagreed: 0, none: 1, undecided: 0 });
  assert.deepEqual((await send(gateway)).counts, { agreed: 1, disagreed: 0, none: 1, undecided: 0 });
});

test('planted: a judge that cannot compile the schema refuses nothing', async () => {
  const seen = await send(await open(() => ({ procedures, judge: judgeBy({ $ref: '#/$defs/nowhere' }) })));
  assert.equal(seen.status, 201);
  assert.equal(seen.records[0]?.['reason'], 'schema');
});

test('the records of all this repeat no answer', () => {
  const text = JSON.stringify(opened.flatMap(({ logs }) => logs));
  assert.match(text, /judges-disagree/);
  assert.doesNotMatch(text, /Gia đình|aaaa|Nguyễn/);
});

function alarm(stricter: string, keyword: string): LogRecord {
  const event = 'judges-disagree';
  return { level: 'alarm', event, procedure: SLUG, planHash: plan.hash, pointer: '/note', keyword, stricter, count: 1 };
}

function withoutTime(records: readonly LogRecord[]): LogRecord[] {
  return records.map((record) => {
    const { time, ...rest } = record;
    assert.match(String(time), /^\d{4}-/);
    return rest as LogRecord;
  });
}
