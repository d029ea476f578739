/** Ours does what the operations say before any of them is timed; so do the gates speak of figures that are read. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import ours from '../engines/model-ours.mjs';
import { measureKeys, measurePlanAndSwitch, measureRows } from '../realm/measure-model.mjs';
import { MODEL_FIGURES } from '../sections/model.mjs';
import { flatSchema, ROW_COLUMNS } from './schemas.mjs';

test('a key in the flat form finds the fault and its end', () => {
  const form = ours.openFlat(20);
  assert.equal(form.settled('a'), 1);
  assert.equal(form.settled('An'), 0);
  form.close();
});

test('rows are appended, inserted, removed and moved', () => {
  const rows = ours.openRows(10);
  rows.append();
  rows.insert();
  assert.equal(rows.length(), 12);
  rows.removeFirst();
  rows.move();
  assert.equal(rows.length(), 11);
  rows.close();
});

test('the switch shows and hides its fields', () => {
  const form = ours.openSwitch(50);
  form.hide();
  assert.equal(form.isShown(), false);
  form.show();
  assert.equal(form.isShown(), true);
  form.close();
});

test('the forms have the fields they are said to have', () => {
  assert.equal(ours.plan(1_000).root.children.length, 1_000);
  assert.equal(Object.keys(flatSchema(20).properties).length, 20);
  assert.equal(ROW_COLUMNS.length, 5);
});

test('every figure of a budget is read, and told on the page', async () => {
  const told = { heap1000: 0, heapGrowth: 0 };
  const tell = async (part) => void Object.assign(told, part);
  await measureKeys(ours, tell);
  await measureRows(ours, 1_000, tell);
  await measureRows(ours, 10_000, tell);
  await measurePlanAndSwitch(ours, tell);
  const { model } = JSON.parse(readFileSync(new URL('../../budgets.json', import.meta.url), 'utf8'));
  for (const { figure } of model.figures) assert.ok(Number.isFinite(told[figure]), figure);
  assert.deepEqual(Object.keys(told).sort(), Object.keys(MODEL_FIGURES).sort());
});
