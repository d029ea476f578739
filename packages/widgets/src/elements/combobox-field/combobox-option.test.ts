import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keyAction } from './combobox-keys.js';
import { groupOptions, splitMatches } from './combobox-option.js';

test('options keep their order within a group, the ungrouped stand first', () => {
  const options = ['old/a', '/b', 'old/c', '/d'].map((text) => {
    const [group = '', label = ''] = text.split('/');
    return { value: label, label, ...(group === '' ? {} : { group }) };
  });
  const groups = groupOptions(options).map(({ name, options: inside }) => [
    name,
    inside.map(({ option, index }) => `${option.label}${index}`),
  ]);
  assert.deepEqual(groups, [
    ['', ['b0', 'd1']],
    ['old', ['a2', 'c3']],
  ]);
});

test('a cut label reads as before and the matches are the ranges', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat(20), { maxLength: 6 }), (label, cuts) => {
      const ends = [...new Set(cuts.map((cut) => Math.min(cut, label.length)))].sort((a, b) => a - b);
      const ranges: [number, number][] = [];
      for (let at = 0; at + 1 < ends.length; at += 2) ranges.push([ends[at]!, ends[at + 1]!]);
      const pieces = splitMatches(label, ranges);
      assert.equal(pieces.map(({ text }) => text).join(''), label);
      assert.deepEqual(
        pieces.filter(({ match }) => match).map(({ text }) => text),
        ranges.map(([start, end]) => label.slice(start, end)),
      );
    }),
  );
});

test('no key moves outside the list', () => {
  const keys = fc.constantFrom('ArrowDown', 'ArrowUp', 'Home', 'End', 'Enter', 'Escape', 'a');
  fc.assert(
    fc.property(
      keys,
      fc.boolean(),
      fc.boolean(),
      fc.nat(30),
      fc.integer({ min: -1, max: 29 }),
      (key, altKey, open, count, at) => {
        const active = Math.min(at, count - 1);
        const action = keyAction({ key, altKey }, { open, active, count });
        if (typeof action === 'object') assert.ok(action.moveTo >= 0 && action.moveTo < count);
        if (action === 'choose') assert.ok(open && active >= 0);
      },
    ),
  );
});
