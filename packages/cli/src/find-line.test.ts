import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLine } from './find-line.js';

const json = `{
  "a": [1, { "b/c": "x}\\"],",
      "~": null },
    [],
    {}, "last"],
  "a b": { "": {
    "pattern": "^[{]$" } }
}`;

test('each value is found on the line on which it begins', () => {
  const lines = {
    '': 1,
    '/a': 2,
    '/a/0': 2,
    '/a/1/b~1c': 2,
    '/a/1/~0': 3,
    '/a/2': 4,
    '/a/3': 5,
    '/a/4': 5,
    '/a b//pattern': 7,
  };
  for (const [pointer, line] of Object.entries(lines)) assert.equal(findLine(json, pointer), line, pointer);
});

test('a place that is not there has no line', () => {
  for (const pointer of ['/b', '/a/5', '/a/2/0', '/a/0/0', '/a b/pattern'])
    assert.equal(findLine(json, pointer), undefined, pointer);
});
