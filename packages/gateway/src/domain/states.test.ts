import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  findTransition,
  listExpectedStates,
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
    for (const { from, to } of TRANSITIONS) if (from === name && to !== 'previous') reached.add(to);
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
