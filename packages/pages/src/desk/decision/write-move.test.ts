import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Attachment } from '@motcua/schemas';
import { DecisionDrafts, type DecisionDraft } from '../state/decision-drafts.js';
import { DECISIONS, findDecision, listDecisions } from './decisions.js';
import { toggleItem } from './render-fields.js';
import { DOCUMENT, writeMove } from './write-move.js';

const EMPTY = new DecisionDrafts().get('', '');
const draft = (change: Partial<DecisionDraft>): DecisionDraft => ({ ...EMPTY, ...change });
const PAPER: Attachment = {
  uploadId: '0'.repeat(32),
  name: 'a.pdf',
  mediaType: 'application/pdf',
  size: 1,
  sha256: '0'.repeat(64),
};

describe('a move', () => {
  test('is written from what was typed, tidied, without empty notes', () => {
    assert.deepEqual(writeMove('receive', draft({ channel: 'post' }), []).move, { move: 'receive', channel: 'post' });
    assert.deepEqual(writeMove('refuse', draft({ reason: '  ly\u0301 do ' }), []).move, {
      move: 'refuse',
      reason: 'lý do',
    });
    assert.deepEqual(writeMove('process', draft({ note: '  ' }), []).move, { move: 'process' });
    assert.deepEqual(writeMove('return', draft({ note: 'Tại quầy.' }), []).move, { move: 'return', note: 'Tại quầy.' });
    assert.deepEqual(writeMove('apologise', draft({ reason: 'a', dueOn: '2026-12-01' }), []).move, {
      move: 'apologise',
      reason: 'a',
      dueOn: '2026-12-01',
    });
    assert.deepEqual(writeMove('complete', draft({}), [PAPER]).move, { move: 'complete', results: [PAPER] });
  });

  test('asks for fields by pointer and for papers by their id', () => {
    const items = { '/child/fullName': 'a ', [`${DOCUMENT}identity-paper`]: 'b' };
    assert.deepEqual(writeMove('requestSupplement', draft({ items }), []).move, {
      move: 'requestSupplement',
      items: [
        { pointer: '/child/fullName', reason: 'a' },
        { document: 'identity-paper', reason: 'b' },
      ],
    });
  });

  test('is none while something is missing, and each thing that is missing is named', () => {
    assert.deepEqual(writeMove('refuse', draft({ reason: ' ' }), []), { faults: [{ field: 'reason' }] });
    assert.deepEqual(writeMove('apologise', draft({}), []).faults, [{ field: 'reason' }, { field: 'dueOn' }]);
    assert.deepEqual(writeMove('complete', draft({}), []).faults, [{ field: 'results' }]);
    assert.deepEqual(writeMove('requestSupplement', draft({}), []).faults, [{ field: 'items' }]);
    assert.deepEqual(writeMove('requestSupplement', draft({ items: { '/a': '', '/b': 'x' } }), []).faults, [
      { field: 'items', item: '/a' },
    ]);
  });
});

describe('the decisions', () => {
  test('are those that the gateway offers, with one filled button at most and none while one is open', () => {
    const looks = (moves: readonly string[], isOpen: boolean): string[] =>
      listDecisions(moves, isOpen).map(({ look }) => look);
    assert.deepEqual(looks(['refuse', 'requestSupplement', 'receive'], false), ['primary', 'secondary', 'quiet']);
    assert.deepEqual(looks(['process', 'complete', 'unknown'], false), ['primary', 'secondary']);
    assert.deepEqual(looks(['process', 'complete'], true), ['secondary', 'secondary']);
  });

  test('each ask for what their move needs', () => {
    for (const { move } of DECISIONS) assert.ok(findDecision(move));
    assert.equal(findDecision('pay'), undefined);
  });

  test('an item is taken in with an empty reason, and out again', () => {
    const taken = toggleItem({}, '/a');
    assert.deepEqual(taken, { '/a': '' });
    assert.deepEqual(toggleItem({ ...taken, '/b': 'x' }, '/b'), { '/a': '' });
  });
});
