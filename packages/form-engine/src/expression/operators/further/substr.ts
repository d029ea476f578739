import { type Operator, toNumber } from '../../expression.js';

/** `substr`: text, start, length; a negative start counts from the end, a negative length leaves out so many at the end. Characters count, not UTF-16 units. */
export const substr: Operator = {
  name: 'substr',
  arity: [2, 3],
  apply([text = null, ...numbers]) {
    const [start, count] = numbers.map(toNumber);
    if (typeof text !== 'string' || start === undefined || (numbers.length > 1 && count === undefined))
      return undefined;
    const rest = [...text].slice(Math.trunc(start));
    return (count === undefined ? rest : rest.slice(0, Math.trunc(count))).join('');
  },
};
