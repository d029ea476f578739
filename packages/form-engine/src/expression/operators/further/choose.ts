import type { Operator } from '../../expression.js';
import { conditional } from '../logic.js';

/** `?:`: condition, value, else; another name of `if` with three operands. */
export const choose: Operator = { ...conditional, name: '?:', arity: [3, 3] };
