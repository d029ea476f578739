import { resolvePointer } from '../../../data/pointer.js';
import type { Expression, JsonValue } from '../../../plan/plan.js';
import type { ExpressionContext, Operator } from '../../expression.js';

/** The pointers, as written, at which there is no answer; an empty text is none. */
function listMissing(pointers: readonly Expression[], { read, at }: ExpressionContext): JsonValue[] {
  return pointers.filter((text) => {
    const pointer = typeof text === 'string' ? resolvePointer(text, at) : undefined;
    const answer = pointer === undefined ? undefined : read(pointer);
    return answer === undefined || answer === null || answer === '';
  });
}

/** `missing`: which of the places, written as JSON Pointers, have no answer. Absence is an answer to that question. */
export const missing: Operator = {
  name: 'missing',
  arity: [1, Infinity],
  decide: (operands, _evaluate, context) => listMissing(operands.flat() as Expression[], context),
};

/** `missing_some`: how many answers are needed, and of which places; an empty list once there are enough, else all that are missing. */
export const missingSome: Operator = {
  name: 'missing_some',
  arity: [2, 2],
  decide([needed, pointers], _evaluate, context) {
    if (typeof needed !== 'number' || !Array.isArray(pointers)) return undefined;
    const absent = listMissing(pointers, context);
    return pointers.length - absent.length >= needed ? [] : absent;
  },
};
