import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RowSelection } from './row-selection.js';

const ORDER = ['a', 'b', 'c', 'd', 'e'];

test('a range goes from the last row that was chosen, in either direction', () => {
  const selection = new RowSelection();
  selection.toggle('d');
  selection.toggle('b', ORDER);
  assert.deepEqual([...selection.codes].sort(), ['b', 'c', 'd']);
  selection.toggle('c', ORDER);
  assert.deepEqual([...selection.codes].sort(), ['d']);
});

test('a range without a beginning is the one row', () => {
  const selection = new RowSelection();
  selection.toggle('c', ORDER);
  assert.deepEqual([...selection.codes], ['c']);
});

test('all are chosen, then none', () => {
  const selection = new RowSelection();
  selection.toggle('a');
  selection.toggleAll(ORDER);
  assert.equal(selection.size, 5);
  selection.toggleAll(ORDER);
  assert.equal(selection.size, 0);
});

test('a row that is not shown any more is not chosen any more', () => {
  const selection = new RowSelection();
  selection.toggleAll(ORDER);
  selection.keepOnly(['b', 'x']);
  assert.deepEqual([...selection.codes], ['b']);
});
