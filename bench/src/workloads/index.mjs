/** The workloads, by name: each is made anew where it is used, so that no engine meets an object that it knows. */
import { commonPatterns } from './common-patterns.mjs';
import { deepTree } from './deep-tree.mjs';
import { flatForm } from './flat-form.mjs';
import { manyRows } from './many-rows.mjs';
import { mixedForm } from './mixed-form.mjs';
import { titledConstants } from './titled-constants.mjs';
import { uniqueObjects } from './unique-objects.mjs';

/** A maker gives `{name, title, about, faults, schema, valid, invalid}`: the schema of draft 2020-12, a value that it takes, and one with that many faults. */
export const WORKLOADS = {
  'mixed-81': mixedForm,
  'flat-1000': flatForm,
  'titled-constants': titledConstants,
  'unique-items': uniqueObjects,
  rows: manyRows,
  tree: deepTree,
  patterns: commonPatterns,
};
