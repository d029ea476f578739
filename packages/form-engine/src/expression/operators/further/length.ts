import type { Operator } from '../../expression.js';
import { countCharacters } from '../../../vocabulary/keywords/count-characters.js';

/** `length`: how many items a list has, or characters a text. */
export const length: Operator = {
  name: 'length',
  arity: [1, 1],
  apply([value]) {
    if (Array.isArray(value)) return value.length;
    return typeof value === 'string' ? countCharacters(value) : undefined;
  },
};
