import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChannelLockSource, createDraftClaims, type DraftClaims, type LockSource } from './draft-claims.js';
import { replaceGlobals } from './indexeddb-in-node.test.support.js';

const SCOPE = 'motcua drafts https://gateway.test/';

/** Two tabs of one browser. */
function openTabs(): [DraftClaims, DraftClaims] {
  return [
    createDraftClaims(SCOPE, createChannelLockSource(SCOPE)),
    createDraftClaims(SCOPE, createChannelLockSource(SCOPE)),
  ];
}

test('the second tab is told, and may edit when the first has let go', async () => {
  const [first, second] = openTabs();
  const mine = await first.claim('a');
  assert.deepEqual([mine.held, (await second.claim('a')).held], [true, false]);
  mine.release();
  const theirs = await second.claim('a');
  assert.equal(theirs.held, true);
  theirs.release();
});

test('claims of different drafts do not meet', async () => {
  const [first, second] = openTabs();
  const claims = await Promise.all([first.claim('a'), second.claim('b')]);
  assert.deepEqual(
    claims.map(({ held }) => held),
    [true, true],
  );
  claims.forEach((claim) => claim.release());
});

test('taking over tells the former holder once, late listeners too', async () => {
  const [first, second] = openTabs();
  const mine = await first.claim('a');
  let told = 0;
  const lost = new Promise<void>((resolve) => {
    mine.onLost(() => {
      told++;
      resolve();
    });
  });
  const silent = mine.onLost(() => assert.fail('this listener has left'));
  silent();
  const theirs = await second.claim('a', { takeOver: true });
  await lost;
  mine.onLost(() => told++);
  assert.equal(told, 2);
  assert.deepEqual([first.wasTaken('a'), second.wasTaken('a')], [true, false]);
  mine.release();
  assert.equal((await first.claim('a')).held, false);
  theirs.release();
});

test('two widgets in one tab count as two', async () => {
  const [tab] = openTabs();
  const mine = await tab.claim('a');
  assert.equal((await tab.claim('a')).held, false);
  mine.release();
});

test('where locks fail the draft is not contested', async () => {
  const failing: LockSource = { acquire: () => Promise.reject(new DOMException('opaque origin', 'SecurityError')) };
  assert.equal((await createDraftClaims(SCOPE, failing).claim('a')).held, true);
});

test('without BroadcastChannel a tab still claims', async (context) => {
  replaceGlobals(context, { BroadcastChannel: undefined });
  const [tab] = openTabs();
  const mine = await tab.claim('a');
  assert.equal(mine.held, true);
  mine.release();
});
