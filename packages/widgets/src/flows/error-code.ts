/** The code of anything that was thrown, and the sentence that tells a citizen what to do about it. */
import { isClientError } from '@motcua/client';
import type { FlowTextKey } from '../text/flows.vi.js';

/** `area.reason`; what carries no code of ours is `widgets.unexpected`. */
export function errorCode(error: unknown): string {
  if (isClientError(error)) return error.code;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[a-z]+\.[\w.-]+$/.test(code) ? code : 'widgets.unexpected';
}

const sentences: readonly (readonly [pattern: RegExp, key: FlowTextKey])[] = [
  [/^transport\.(offline|not-the-gateway)$/, 'problem.offline'],
  [/^transport\.timeout$/, 'problem.timeout'],
  [/^submission\.invalid$/, 'problem.invalid'],
  [/^plan\.outdated$/, 'problem.planOutdated'],
  [/^send\.retrying$/, 'problem.retrying'],
  [/^send\.earlier-answers$/, 'problem.earlierAnswers'],
  [/^dossier\.not-found$/, 'status.notFound'],
  [/^dossier\.(transition-refused|changed)$/, 'problem.stateMoved'],
  [/^supplement\.not-requested$/, 'problem.notRequested'],
  [/^letter\.not-found$/, 'problem.letterGone'],
  [/(too-many|throttled)$/, 'problem.tooMany'],
  [/^gateway\./, 'problem.server'],
  [/^storage\.quota$/, 'saved.failedQuota'],
  [/^storage\.insecure-context$/, 'problem.insecure'],
  [/^storage\./, 'saved.failedOther'],
];

/** `problem.other` names the code, so that a help line can look it up. */
export function problemSentence(code: string): FlowTextKey {
  return sentences.find(([pattern]) => pattern.test(code))?.[1] ?? 'problem.other';
}
