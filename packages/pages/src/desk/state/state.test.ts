import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { DeskQueue } from '@motcua/schemas';
import { vietnameseTexts as vi } from '../text/desk-texts.js';
import type { DeskApi, QueueQuestion } from '../wire/desk-api.js';
import { DecisionDrafts } from './decision-drafts.js';
import { describeDue } from './due-words.js';
import { countDays, dayOf, formatLongDay, listWeekdaysAfter } from './moments.js';
import { QueueMemory, type QueueRow } from './queue-memory.js';
import { GROUPS, readRoute, writeRoute, type Group, type Route } from './route.js';

describe('the address', () => {
  test('names a view and is read back as it was written', () => {
    const route = fc.oneof(
      fc
        .constantFrom<Group>('todo', 'waiting', 'working', 'paused', 'finished', 'all')
        .map((group): Route => ({ view: 'queue', group })),
      fc.string({ minLength: 1, unit: 'grapheme' }).map((code): Route => ({ view: 'dossier', code })),
      fc.constant<Route>({ view: 'alarms' }),
      fc.constant<Route>({ view: 'register' }),
      fc.constant<Route>({ view: 'audit' }),
      fc.string({ minLength: 1, unit: 'grapheme' }).map((code): Route => ({ view: 'audit', code })),
    );
    fc.assert(fc.property(route, (one) => assert.deepEqual(readRoute(writeRoute(one)), one)));
  });

  test('that is none of ours leads to the work to be done', () => {
    for (const text of ['', '#', '#/queue/none', '#/queue/constructor', '#/dossiers/', '#/dossiers/%E0%A4%A', 'x'])
      assert.deepEqual(readRoute(text), { view: 'queue', group: 'todo' }, text);
  });

  test('every group but the one of all asks for states of its own', () => {
    for (const [group, states] of Object.entries(GROUPS)) assert.equal(states === undefined, group === 'all');
  });
});

describe('days', () => {
  test('are those of Việt Nam', () => {
    assert.equal(dayOf(new Date('2026-11-23T17:00:00Z')), '2026-11-24');
    assert.equal(countDays(new Date('2026-11-23T16:59:00Z'), new Date('2026-11-23T17:00:00Z')), 1);
    assert.equal(formatLongDay('2026-11-26', 'vi'), 'Thứ Năm, ngày\u00A026/11/2026');
    assert.equal(formatLongDay('2026-11-26', 'en'), 'Thursday, 26/11/2026');
  });

  test('that are offered for a new date leave out Saturdays and Sundays and begin after the given one', () => {
    assert.deepEqual(listWeekdaysAfter('2026-11-26', 3), ['2026-11-27', '2026-11-30', '2026-12-01']);
    assert.deepEqual(listWeekdaysAfter('2026-12-31', 1), ['2027-01-01']);
  });
});

describe('the due cell', () => {
  const now = new Date('2026-11-20T02:00:00Z');
  const facts = { submittedAt: '2026-11-19T02:00:00Z', state: 'processing' };
  const at = (dueAt: string, mark: 'late' | 'soon-late' | 'on-time'): readonly string[] => {
    const { tone, words } = describeDue({ ...facts, dueAt, mark }, now, vi);
    return [tone, words];
  };

  test('says by words and tone how much time there is', () => {
    assert.deepEqual(at('2026-11-18T10:00:00Z', 'late'), ['danger', 'Quá hạn 2 ngày']);
    assert.deepEqual(at('2026-11-20T01:00:00Z', 'late'), ['danger', 'Quá hạn hôm nay']);
    assert.deepEqual(at('2026-11-20T10:00:00Z', 'soon-late'), ['warning', 'Sắp đến hạn: hôm nay']);
    assert.deepEqual(at('2026-11-21T10:00:00Z', 'soon-late'), ['warning', 'Sắp đến hạn: còn 1 ngày']);
    assert.deepEqual(at('2026-11-23T10:00:00Z', 'on-time'), ['info', 'Còn 3 ngày']);
  });

  test('says where no clock runs', () => {
    assert.equal(describeDue({ ...facts, state: 'submitted' }, now, vi).words, 'Chờ tiếp nhận');
    assert.equal(describeDue({ ...facts, state: 'supplementRequested' }, now, vi).words, 'Tạm dừng tính hạn');
    assert.equal(describeDue({ ...facts, state: 'returned' }, now, vi).words, 'Hết tính hạn');
  });
});

const row = (provisionalCode: string, version = 1): QueueRow =>
  ({ provisionalCode, code: provisionalCode, version, state: { name: 'submitted' } }) as QueueRow;
const counts = { open: 3, late: 0, soonLate: 0 };

function openMemory(pages: readonly DeskQueue[]): { memory: QueueMemory; asked: QueueQuestion[] } {
  const asked: QueueQuestion[] = [];
  const left = [...pages];
  const queue = (question: QueueQuestion): Promise<DeskQueue> => {
    asked.push(question);
    return Promise.resolve(left.shift() ?? { dossiers: [], counts });
  };
  return { memory: new QueueMemory({ queue } as unknown as DeskApi), asked };
}

describe('the queue as it was last seen', () => {
  test('asks by states and mark, or for what is searched in any state: with digits a code, else a name', async () => {
    const { memory, asked } = openMemory([]);
    memory.group = 'working';
    memory.mark = 'late';
    await memory.peek();
    memory.search = ' do thi ';
    await memory.peek();
    memory.search = 'TN-1';
    await memory.peek();
    assert.deepEqual(asked, [
      { states: ['received', 'processing'], mark: 'late', limit: 50 },
      { name: 'do thi', limit: 50 },
      { code: 'TN-1', limit: 50 },
    ]);
  });

  test('mends rows where they stand, and says when the list has become another', () => {
    const { memory } = openMemory([]);
    memory.show({ dossiers: [row('a'), row('b')], counts });
    assert.equal(memory.refresh({ dossiers: [row('a', 2), row('b')], counts }), false);
    assert.equal(memory.rows[0]?.version, 2);
    assert.equal(memory.refresh({ dossiers: [row('b', 3), row('c')], counts }), true);
    assert.deepEqual(
      memory.rows.map(({ provisionalCode, version }) => [provisionalCode, version]),
      [
        ['a', 2],
        ['b', 3],
      ],
    );
  });

  test('reads on without showing a row twice', async () => {
    const { memory, asked } = openMemory([{ dossiers: [row('b'), row('c')], counts }]);
    memory.show({ dossiers: [row('a'), row('b')], counts, next: 'place' });
    await memory.loadMore();
    assert.deepEqual(
      memory.rows.map(({ provisionalCode }) => provisionalCode),
      ['a', 'b', 'c'],
    );
    assert.equal(asked[0]?.after, 'place');
    await memory.loadMore();
    assert.equal(asked.length, 1);
  });

  test('knows the next dossier that waits: the one after, then from the top, never one that is decided', () => {
    const { memory } = openMemory([]);
    memory.show({ dossiers: [row('a'), row('b'), row('c')], counts });
    assert.equal(memory.findNext('a')?.code, 'b');
    memory.decided.add('b');
    assert.equal(memory.findNext('a')?.code, 'c');
    assert.equal(memory.findNext('c')?.code, 'a');
    memory.decided.add('a').add('c');
    assert.equal(memory.findNext('c'), undefined);
  });

  test('passes over what waits for the applicant, and reads on when all that is shown is done', async () => {
    const asked = { ...row('a'), state: { name: 'supplementRequested' } } as QueueRow;
    const { memory } = openMemory([{ dossiers: [row('c')], counts }]);
    memory.show({ dossiers: [asked, row('b')], counts, next: 'place' });
    assert.equal(memory.findNext('b'), undefined);
    assert.equal((await memory.readNext('b'))?.code, 'c');
    memory.group = 'paused';
    assert.equal(memory.findNext('b')?.code, 'c');
    assert.equal(memory.findNext('c')?.code, 'a');
  });

  test('knows the name of an applicant from its rows, else asks for it', async () => {
    const { memory, asked } = openMemory([{ dossiers: [{ ...row('z'), applicant: 'Sùng A Tủa' }], counts }]);
    memory.show({ dossiers: [{ ...row('a'), applicant: 'Vũ Đức Thiện' }], counts });
    assert.equal(await memory.findApplicant('a'), 'Vũ Đức Thiện');
    assert.equal(asked.length, 0);
    assert.equal(await memory.findApplicant('z'), 'Sùng A Tủa');
    assert.equal(await memory.findApplicant('none'), '');
  });
});

test('what was typed for a decision is kept for its dossier and move alone, until it is made or somebody else signs in', () => {
  const drafts = new DecisionDrafts();
  drafts.put('a', 'refuse', { reason: 'Lý do' });
  assert.equal(drafts.get('a', 'refuse').reason, 'Lý do');
  assert.equal(drafts.get('a', 'stop').reason, '');
  assert.equal(drafts.get('b', 'refuse').reason, '');
  drafts.drop('a', 'refuse');
  assert.equal(drafts.get('a', 'refuse').reason, '');
  drafts.put('a', 'stop', { reason: 'Lý do' });
  drafts.clear();
  assert.equal(drafts.get('a', 'stop').reason, '');
});
