import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject, Plan } from '@motcua/form-engine';
import type { Issue } from '@motcua/schemas';
import type { Verdict } from '../ports/second-judge.js';
import { createServerIssue } from './server-issue.js';
import { addSecondOpinion } from './second-opinion.js';

const PLAN = { slug: 'sample/paper', hash: '0'.repeat(64) } as Plan;

async function ask(
  verdict: Verdict,
  issues: readonly Issue[],
  sent: JsonObject = {},
  kept: JsonObject = sent,
): Promise<{ issues: readonly Issue[]; logged: string[] }> {
  const logged: string[] = [];
  const judge = { judge: () => Promise.resolve(verdict), close: () => Promise.resolve() };
  const joined = await addSecondOpinion(PLAN, sent, { data: kept, issues }, judge, (level, { event, pointer }) =>
    logged.push(`${level} ${event} ${pointer ?? ''}`.trim()),
  );
  return { issues: joined, logged };
}

test('where both agree nothing is logged', async () => {
  assert.deepEqual(await ask({ kind: 'valid' }, []), { issues: [], logged: [] });
  const refused = [createServerIssue('keyword.required', '/name')];
  assert.deepEqual(await ask({ kind: 'invalid', findings: [{ keyword: 'required', pointer: '/name' }] }, refused), {
    issues: refused,
    logged: [],
  });
});

test('what only the judge refuses is refused, and an alarm', async () => {
  const { issues, logged } = await ask(
    {
      kind: 'invalid',
      findings: [
        { keyword: 'maxLength', pointer: '/name' },
        { keyword: 'if', pointer: '' },
      ],
    },
    [],
  );
  assert.deepEqual(
    issues.map(({ code, pointer }) => `${code} ${pointer}`),
    ['keyword.maxLength /name'],
  );
  assert.equal(logged[0], 'alarm judges-disagree /name');
});

test('what only the engine refuses by a schema keyword is refused, and an alarm', async () => {
  const refused = [createServerIssue('keyword.maxLength', '/name')];
  assert.deepEqual(await ask({ kind: 'valid' }, refused, { name: 'x' }), {
    issues: refused,
    logged: ['alarm judges-disagree /name'],
  });
});

test('what rules refuse, or what the engine pruned, is no disagreement', async () => {
  assert.deepEqual((await ask({ kind: 'valid' }, [createServerIssue('rule.date-in-future', '/date')])).logged, []);
  assert.deepEqual(
    (await ask({ kind: 'valid' }, [createServerIssue('keyword.additionalProperties', '/x')], { x: 1 }, {})).logged,
    [],
  );
});

test('no second opinion is counted and refuses nothing', async () => {
  assert.deepEqual(await ask({ kind: 'none' }, []), { issues: [], logged: ['warn no-second-opinion'] });
});

test('a name that a client made up is not written to the log', async () => {
  const { logged } = await ask(
    { kind: 'invalid', findings: [{ keyword: 'additionalProperties', pointer: '/child/Nguyễn Văn An' }] },
    [],
  );
  assert.deepEqual(logged, ['alarm judges-disagree /child']);
});
