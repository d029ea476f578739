import { isEqual } from '../../data/json.js';
import type { Operator } from '../expression.js';

/** `in`: is the first operand an item of the list, or a part of the text? */
export const membership: Operator = {
  name: 'in',
  arity: [2, 2],
  apply([item, whole]) {
    if (Array.isArray(whole)) return whole.some((candidate) => isEqual(candidate, item));
    return typeof whole === 'string' && typeof item === 'string' ? whole.includes(item) : false;
  },
};
