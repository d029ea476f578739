import type { Keyword } from '../keyword.js';
import { requireNames } from './require-names.js';

/** `required`: the fault points at the missing property itself. */
export const required: Keyword = {
  name: 'required',
  compile: (expected, site) => requireNames(expected, site),
};
