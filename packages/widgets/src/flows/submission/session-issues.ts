/** What a submission itself finds missing, beside what the form finds: no agency, no declaration, papers still on the way. */
import type { Pointer } from '@motcua/form-engine/runtime';
import type { Issue } from '@motcua/schemas';

/** Places that are no answers have names of their own, so that a summary can lead there. */
export const agencyMissing: Issue = missing('agency.missing', '#agency');
export const declarationMissing: Issue = missing('declaration.missing', '#declaration');

export function paperOnTheWay(pointer: Pointer): Issue {
  return missing('upload.in-progress', pointer);
}

function missing(code: string, pointer: string): Issue {
  return { code, severity: 'error', source: 'control', pointer, params: {} };
}

/** Errors only, without those of papers that are still on the way: the file is there, just not whole. */
export function blockingIssues(issues: readonly Issue[], onTheWay: readonly Pointer[]): readonly Issue[] {
  return issues.filter(
    ({ severity, pointer }) =>
      severity === 'error' && !onTheWay.some((paper) => pointer === paper || pointer.startsWith(`${paper}/`)),
  );
}
