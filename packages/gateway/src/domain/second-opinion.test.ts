import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject, Plan, PlanNode, Pointer } from '@motcua/form-engine';
import type { Issue } from '@motcua/schemas';
import type { SchemaFinding, Silence, Verdict } from '../ports/second-judge.js';
import { GatewayProblem } from '../http/problem.js';
import { startCounts, type JudgeCounts } from './judge-counts.js';
import { createServerIssue } from './server-issue.js';
import { addSecondOpinion } from './second-opinion.js';

const node = (pointer: Pointer, children?: PlanNode[]): PlanNode => ({
  id: 0,
  pointer,
  kind: children ? 'object' : 'text',
  schema: '',
  ...(children ? { children } : {}),
});
const PLAN = {
  slug: 'sample/paper',
  hash: '0'.repeat(64),
  root: node('', [node('/name'), node('/child', [node('/child/name')])]),
} as unknown as Plan;

interface Case {
  verdict: Verdict;
  issues?: readonly Issue[];
  deferred?: readonly Pointer[];
  sent?: JsonObject;
  kept?: JsonObject;
}

interface Outcome {
  issues: string[];
  logged: string[];
  counts: JudgeCounts;
}

async function ask({ verdict, issues = [], deferred = [], sent = {}, kept = sent }: Case): Promise<Outcome> {
  const logged: string[] = [];
  const counts = startCounts();
  const services = {
    judge: { judge: () => Promise.resolve(verdict), close: () => Promise.resolve() },
    counts,
    log: (level: string, { event, pointer, keyword, stricter, reason }: Record<string, unknown>) =>
      logged.push([level, event, stricter ?? reason, keyword, pointer].filter((part) => part !== undefined).join(' ')),
  };
  const joined = await addSecondOpinion(PLAN, sent, { data: kept, issues, deferred }, services);
  return { issues: joined.map(({ code, pointer }) => `${code} ${pointer}`), logged, counts };
}

const find = (code: string, pointer: Pointer): SchemaFinding => ({ code, pointer, params: {} });
const refuse = (...findings: SchemaFinding[]): Verdict => ({ kind: 'invalid', findings });
const silent = (reason: Silence): Verdict => ({ kind: 'none', reason });
const VALID: Verdict = { kind: 'valid' };

test('where both agree nothing is logged', async () => {
  const counts = { agreed: 1, disagreed: 0, none: 0, undecided: 0 };
  assert.deepEqual(await ask({ verdict: VALID }), { issues: [], logged: [], counts });
  assert.deepEqual(
    await ask({
      verdict: refuse(find('keyword.required', '/name')),
      issues: [createServerIssue('keyword.required', '/name')],
    }),
    { issues: ['keyword.required /name'], logged: [], counts },
  );
});

test('what only the judge refuses is refused, and one alarm', async () => {
  const { issues, logged, counts } = await ask({
    verdict: refuse(find('keyword.maxLength', '/name'), find('keyword.type', '/child/name'), find('keyword.if', '')),
  });
  assert.deepEqual(issues, ['keyword.maxLength /name', 'keyword.type /child/name']);
  assert.deepEqual(logged, ['alarm judges-disagree judge keyword.maxLength /name']);
  assert.equal(counts.disagreed, 1);
});

test('a failed branch is repeated by its `if` only when nothing else says it', async () => {
  assert.deepEqual((await ask({ verdict: refuse(find('keyword.if', '')) })).issues, ['keyword.if ']);
});

test('what only the judge refuses is an alarm also beside a rule that refuses something else', async () => {
  const { issues, counts } = await ask({
    verdict: refuse(find('keyword.maxLength', '/name')),
    issues: [createServerIssue('rule.date-in-future', '/child/date')],
  });
  assert.deepEqual(issues, ['rule.date-in-future /child/date', 'keyword.maxLength /name']);
  assert.equal(counts.disagreed, 1);
});

test('what only the engine refuses by a keyword or format is refused, and an alarm', async () => {
  for (const code of ['keyword.maxLength', 'format.date']) {
    const { issues, logged } = await ask({
      verdict: VALID,
      issues: [createServerIssue(code, '/name')],
      sent: { name: 'x' },
    });
    assert.deepEqual(issues, [`${code} /name`]);
    assert.deepEqual(logged, [`alarm judges-disagree engine ${code} /name`]);
  }
});

test('what rules refuse, or what the engine pruned, is no disagreement', async () => {
  const rule = await ask({ verdict: VALID, issues: [createServerIssue('rule.date-in-future', '/date')] });
  assert.deepEqual(rule.logged, []);
  const pruned = await ask({
    verdict: VALID,
    issues: [createServerIssue('keyword.additionalProperties', '/x')],
    sent: { x: 1 },
    kept: {},
  });
  assert.deepEqual([pruned.logged, pruned.counts.agreed], [[], 1]);
});

test('a value that was computed anew does not hide what the engine alone refuses elsewhere', async () => {
  const { counts } = await ask({
    verdict: VALID,
    issues: [createServerIssue('keyword.maxLength', '/name')],
    sent: { name: 'x' },
    kept: { name: 'x', words: 'computed' },
  });
  assert.equal(counts.disagreed, 1);
});

test('a warning of the engine is no refusal', async () => {
  const warning: Issue = { ...createServerIssue('keyword.pattern', '/name'), severity: 'warning' };
  assert.deepEqual((await ask({ verdict: VALID, issues: [warning] })).logged, []);
});

test('answers over a limit are not put to the judge', async () => {
  const { issues, logged, counts } = await ask({
    verdict: refuse(find('keyword.required', '/name')),
    issues: [createServerIssue('data.limit-nodes', '')],
  });
  assert.deepEqual([issues, logged], [['data.limit-nodes '], []]);
  assert.deepEqual(counts, startCounts());
});

test('no second opinion is counted and refuses nothing', async () => {
  const { issues, logged, counts } = await ask({ verdict: silent('time') });
  assert.deepEqual([issues, logged], [[], ['warn no-second-opinion time']]);
  assert.equal(counts.none, 1);
});

test('a name that a client made up is not written to the log', async () => {
  const { logged } = await ask({ verdict: refuse(find('keyword.additionalProperties', '/child/Nguyễn Văn An')) });
  assert.deepEqual(logged, ['alarm judges-disagree judge keyword.additionalProperties /child']);
});

test('a deferred pattern that the judge finds right is accepted, and one that it finds wrong is refused without alarm', async () => {
  const deferred = ['/child/name'];
  assert.deepEqual((await ask({ verdict: VALID, deferred })).issues, []);
  const wrong = await ask({ verdict: refuse(find('keyword.pattern', '/child/name')), deferred });
  assert.deepEqual([wrong.issues, wrong.logged], [['keyword.pattern /child/name'], []]);
  const holder = await ask({ verdict: refuse(find('keyword.contains', '/child')), deferred });
  assert.deepEqual([holder.issues, holder.logged], [['keyword.contains /child'], []]);
});

test('a deferred pattern that is wrong is named beside what the engine refuses', async () => {
  const { issues, logged } = await ask({
    verdict: refuse(find('keyword.pattern', '/name'), find('keyword.maxLength', '/child/name')),
    issues: [createServerIssue('keyword.maxLength', '/child/name')],
    deferred: ['/name'],
  });
  assert.deepEqual(issues, ['keyword.maxLength /child/name', 'keyword.pattern /name']);
  assert.deepEqual(logged, []);
});

test('what the judge refuses elsewhere is a disagreement also when a pattern was deferred', async () => {
  const { issues, counts } = await ask({ verdict: refuse(find('keyword.type', '/name')), deferred: ['/child/name'] });
  assert.deepEqual(issues, ['keyword.type /name']);
  assert.equal(counts.disagreed, 1);
});

test('a deferred pattern that runs out of time is asked for again at its place, and an alarm', async () => {
  const { issues, logged, counts } = await ask({ verdict: silent('time'), deferred: ['/child/name'] });
  assert.deepEqual(issues, ['submission.pattern-undecided /child/name']);
  assert.deepEqual(logged, ['alarm pattern-undecided time /child/name']);
  assert.deepEqual([counts.none, counts.undecided], [1, 1]);
});

test('a judge that does not work is no fault of the citizen: try again later', async () => {
  for (const reason of ['busy', 'broken', 'schema', 'closed'] as const)
    await assert.rejects(
      ask({ verdict: silent(reason), deferred: ['/name'] }),
      (error) => error instanceof GatewayProblem && error.code === 'gateway.unavailable',
    );
  const refused = await ask({
    verdict: silent('broken'),
    deferred: ['/name'],
    issues: [createServerIssue('keyword.type', '/child/name')],
  });
  assert.equal(refused.issues[0], 'keyword.type /child/name');
});
