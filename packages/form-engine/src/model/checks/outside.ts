/**
 * What resolvers know of a field, as part of its state.
 */
import type { FieldState } from '../form.js';
import type { CheckStatus, OutsideState } from './resolvers.js';

/** The members of a field's state that come from outside; none where nobody is asked. */
export function describeOutside(outside: OutsideState | undefined): Pick<FieldState, 'checking' | 'check' | 'options'> {
  if (outside === undefined) return { checking: false };
  const { check, options } = outside;
  return {
    checking: isUnderWay(check) || isUnderWay(options?.status),
    ...(check === 'idle' ? {} : { check }),
    ...(options === undefined ? {} : { options }),
  };
}

function isUnderWay(status: CheckStatus | undefined): boolean {
  return status === 'waiting' || status === 'running';
}
