import assert from 'node:assert/strict';
import { test } from 'node:test';
import { USUAL_LIFECYCLE } from './lifecycle.js';
import {
  describeState,
  findTransition,
  listExpectedStates,
  listTransitions,
  readCompletion,
  STATES,
  TRANSITIONS,
  USUAL_WAY,
  type StateName,
} from './states.js';

const names = Object.keys(STATES) as StateName[];

test('the ten official states carry the numbers 1 to 10', () => {
  assert.deepEqual(
    names.map((name) => STATES[name].national).sort((a, b) => a - b),
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
});

test('no state has two ways out for one move', () => {
  const keys = TRANSITIONS.map(({ from, move }) => `${from} ${move}`);
  assert.equal(new Set(keys).size, keys.length);
});

test('a dossier can be withdrawn before reception and at no other time', () => {
  assert.deepEqual(
    names.filter((name) => findTransition(name, 'withdraw')),
    ['submitted'],
  );
});

test('each state can be reached from the first', () => {
  const reached = new Set<StateName>(['submitted']);
  for (const name of reached)
    for (const { from, to } of TRANSITIONS) if (from === name && to !== 'previous' && to !== 'same') reached.add(to);
  assert.deepEqual([...reached].sort(), [...names].sort());
});

test('completion never exceeds its total, and grows along the usual way', () => {
  for (const name of names) assert.ok(readCompletion(name).done <= readCompletion(name).total, name);
  assert.deepEqual(
    USUAL_WAY.map((name) => readCompletion(name).done),
    [1, 2, 3, 4, 5],
  );
});

test('what lies ahead is the rest of the usual way, and nothing once a dossier has ended', () => {
  assert.deepEqual(listExpectedStates('submitted'), ['received', 'processing', 'completed', 'returned']);
  assert.deepEqual(listExpectedStates('returned'), []);
  assert.deepEqual(listExpectedStates('withdrawalRequested'), []);
});

test('a procedure may let a dossier be withdrawn later too', () => {
  const lifecycle = { ...USUAL_LIFECYCLE, withdrawFrom: ['submitted', 'processing'] as const };
  assert.deepEqual(
    names.filter((name) => findTransition(name, 'withdraw', lifecycle)),
    ['submitted', 'processing'],
  );
  assert.equal(listTransitions('submitted', lifecycle).filter(({ move }) => move === 'withdraw').length, 1);
});

test('a state that is unknown here is shown by its own label, lets nothing be done, and tells no way ahead', () => {
  assert.deepEqual(describeState('Chờ liên thông'), { name: 'unknown', rawLabel: 'Chờ liên thông' });
  assert.deepEqual(describeState('constructor'), { name: 'unknown', rawLabel: 'constructor' });
  assert.deepEqual(listTransitions('Chờ liên thông'), []);
  assert.deepEqual(listExpectedStates('Chờ liên thông'), []);
  assert.deepEqual(readCompletion('Chờ liên thông'), { stage: 'in-progress', done: 2, total: 5 });
});

test('no move leads out of a state that has ended', () => {
  for (const name of names)
    if (STATES[name].stage === 'ended' || name === 'returned') assert.deepEqual(listTransitions(name), []);
});
