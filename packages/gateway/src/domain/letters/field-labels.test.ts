import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { locateSchemas, openDiskProcedures } from '../../adapters/procedures/disk-procedures.js';
import type { OpenProcedure } from '../../ports/procedure-repository.js';
import { createFieldLabels, type FieldLabels } from './field-labels.js';

let procedure: OpenProcedure;
let labels: FieldLabels;
before(async () => {
  const procedures = await openDiskProcedures(locateSchemas());
  procedure = procedures.find('civil-status/birth-registration') as OpenProcedure;
  labels = createFieldLabels(procedure);
});

test('a field is named in each language, with the step in which it stands', () => {
  const { vi, en } = labels.nameField('/mother/fullName');
  assert.equal(vi, 'Họ, chữ đệm và tên (Người mẹ)');
  assert.match(en ?? '', /\(.*mother.*\)$/i);
});

test('fields of one label in two steps do not get one name', () => {
  const places = procedure.plan.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields));
  const names = places.map((pointer) => labels.nameField(pointer).vi);
  const doubled = places.filter((_, index) => names.indexOf(names[index] ?? '') !== index);
  assert.deepEqual(doubled, []);
});

test('a place of a paper is named as the paper, and an item of a list by its number', () => {
  assert.equal(labels.nameField('/papers/birthCertificate').vi, 'Giấy chứng sinh');
  assert.equal(labels.nameField('/mother/citizenNumber').vi, 'Số định danh cá nhân (Người mẹ)');
  assert.equal(labels.nameField('/requester/residence/detail').vi, 'Nơi cư trú (Người yêu cầu)');
  assert.match(labels.nameField('/requester/residence/1').vi, /^Nơi cư trú 2 /);
});

test('what the procedure does not know keeps its pointer or its id', () => {
  assert.deepEqual(labels.nameField('/nothing/here'), { vi: '/nothing/here' });
  assert.deepEqual(labels.nameField('/constructor'), { vi: '/constructor' });
  assert.deepEqual(labels.nameDocument('nothing'), { vi: 'nothing' });
  assert.deepEqual(createFieldLabels(undefined).nameField('/a'), { vi: '/a' });
});
