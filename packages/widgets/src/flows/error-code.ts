/** The code of anything that was thrown, and the sentence that tells a citizen what to do about it. */
import { isClientError } from '@motcua/client';
import type { FlowTextKey } from '../text/flows.vi.js';

/** `area.reason`; what carries no code of ours is `widgets.unexpected`. */
export function errorCode(error: unknown): string {
  if (isClientError(error)) return error.code;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[a-z]+\.[\w.-]+$/.test(code) ? code : 'widgets.unexpected';
}

/** Every code that a citizen's page may meet, by its sentence. What only a mistake of a page or of an operator causes has `problem.other`. */
const SENTENCES: Readonly<Partial<Record<FlowTextKey, readonly string[]>>> = {
  'problem.offline': ['transport.offline', 'transport.not-the-gateway'],
  'problem.timeout': ['transport.timeout', 'request.timeout'],
  'problem.server': [
    'gateway.unavailable',
    'gateway.internal',
    'storage.full',
    'upload.store-full',
    'upload.scanner-unavailable',
  ],
  'problem.tooMany': ['rate.limited', 'dossier.secret-throttled', 'dossier.watch-limit'],
  'problem.invalid': ['submission.invalid'],
  'problem.tooLarge': ['request.too-large'],
  'problem.planOutdated': ['plan.outdated'],
  'problem.reload': ['plan.not-found', 'locale.not-found', 'catalog.not-found', 'client.unknown-catalog'],
  'problem.procedureGone': ['procedure.not-found'],
  'problem.agencyGone': ['agency.not-found', 'agency.unknown'],
  'problem.retrying': ['send.retrying', 'idempotency.in-flight'],
  'problem.earlierAnswers': ['send.earlier-answers'],
  'problem.stateMoved': ['dossier.transition-refused', 'dossier.changed', 'dossier.version-conflict'],
  'problem.notRequested': ['supplement.not-requested'],
  'problem.letterGone': ['letter.not-found', 'paper.not-found'],
  'problem.draftGone': ['draft.not-found'],
  'problem.draftUnreadable': ['draft.unreadable'],
  'problem.takenOver': ['draft.taken-over'],
  'problem.insecure': ['storage.insecure-context'],
  'status.notFound': ['dossier.not-found'],
  'status.codeMalformed': ['code.malformed'],
  'start.whereMemory': ['storage.chosen'],
  'saved.failedQuota': ['storage.quota'],
  'saved.failedOther': ['storage.unavailable', 'storage.blocked'],
  'problem.other': [
    'transport.aborted',
    'client.unknown-locale',
    'client.invalid-slug',
    'request.not-found',
    'request.method-not-allowed',
    'request.origin-refused',
    'request.media-type',
    'request.invalid-json',
    'request.too-deep',
    'request.malformed',
    'request.header-missing',
    'request.too-many-headers',
    'submission.procedure-mismatch',
    'idempotency.key-reused',
    'widgets.unexpected',
  ],
};

const SENTENCE_OF: ReadonlyMap<string, FlowTextKey> = new Map(
  Object.entries(SENTENCES).flatMap(([key, codes]) => codes.map((code) => [code, key as FlowTextKey] as const)),
);

/** Whether the table has a sentence for the code; what it does not know is said as `problem.other`. */
export function hasSentence(code: string): boolean {
  return SENTENCE_OF.has(code);
}

/** `problem.other` names the code, so that a help line can look it up. */
export function problemSentence(code: string): FlowTextKey {
  return SENTENCE_OF.get(code) ?? 'problem.other';
}

/** The same where something is only looked at: nothing was being sent. */
export function lookupSentence(code: string): FlowTextKey {
  const sentence = problemSentence(code);
  if (sentence === 'problem.offline') return 'problem.loadOffline';
  return sentence === 'problem.timeout' || sentence === 'problem.server' ? 'problem.loadBusy' : sentence;
}
