import { moneyInWords } from '../../../text/words.js';
import { type Operator, toNumber } from '../../expression.js';

/** `money-in-words`: an amount in đồng as receipts have it written out, in Vietnamese. */
export const amountInWords: Operator = {
  name: 'money-in-words',
  arity: [1, 1],
  apply([value = null]) {
    const amount = toNumber(value);
    return amount !== undefined && Number.isSafeInteger(amount) && amount >= 0 ? moneyInWords(amount) : undefined;
  },
};
