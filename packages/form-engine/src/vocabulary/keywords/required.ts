import { isObject } from '../../data/json.js';
import { below, type Keyword, report } from '../check.js';
import { requireNames, textList } from './require-names.js';

/** `required`: the fault points at the missing property itself. */
export const required: Keyword = {
  name: 'required',
  compile(expected, site) {
    const names = textList(expected, site, 'required');
    return (value, path, run) =>
      !isObject(value) || requireNames(value, names, (name) => report(run, below(path, name), 'keyword.required'));
  },
};
