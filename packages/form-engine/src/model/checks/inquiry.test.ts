/** Property: whatever is typed, answered, lost and asked again, one question at most is under way, and the last inputs have the last word. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { Inquiry, type Standing } from './inquiry.js';

interface Question {
  key: string;
  signal: AbortSignal;
  answer: () => void;
  fail: () => void;
}

/** Lets timers of 0 ms and everything that follows from them run. */
const pass = (): Promise<void> => new Promise((resolve) => setTimeout(() => setImmediate(resolve), 2));

const event = fc.oneof(
  fc.record({ do: fc.constant('update' as const), key: fc.constantFrom('a', 'b', 'c', undefined) }),
  fc.record({ do: fc.constantFrom('answer' as const, 'fail' as const, 'retry' as const, 'wait' as const) }),
);

it('holds over any course of events', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 12 }), fc.boolean(), async (events, heedsSignal) => {
      const underWay = new Set<Question>();
      let most = 0;
      let key: string | undefined;
      let standing: Standing<string> = { status: 'idle', answer: undefined };
      const cache = new Map<string, string>();
      const inquiry = new Inquiry<string>({
        delay: 0,
        timeout: 60_000,
        cache,
        ask: (signal) =>
          new Promise((resolve, reject) => {
            const asked = key ?? '';
            const end = (settle: () => void) => (): void => {
              if (underWay.delete(question)) settle();
            };
            const question: Question = {
              key: asked,
              signal,
              answer: end(() => resolve(`answer to ${asked}`)),
              fail: end(() => reject(new Error('lost'))),
            };
            underWay.add(question);
            most = Math.max(most, underWay.size);
            if (heedsSignal) signal.addEventListener('abort', question.fail);
          }),
        tell: (told) => (standing = told),
      });

      for (const one of events) {
        if (one.do === 'update') inquiry.update((key = one.key));
        else if (one.do === 'retry') inquiry.retry();
        else if (one.do === 'wait') await pass();
        else for (const question of underWay) question[one.do]();
      }
      await pass();
      for (const question of underWay) question.answer();
      await pass();
      for (const question of underWay) question.answer();
      await pass();

      assert.ok(most <= 1, 'one question at a place');
      if (key === undefined) assert.equal(standing.status, 'idle');
      else if (standing.status === 'done') assert.equal(standing.answer, `answer to ${key}`);
      else assert.equal(standing.status, 'unavailable', 'lost, and not asked again');
      for (const [asked, answer] of cache) assert.equal(answer, `answer to ${asked}`);
      inquiry.dispose();
    }),
    { numRuns: 60 },
  );
});
