/** What was just done to a dossier from here, as a citizen is told it. */
import type { FlowTexts } from '../flow-texts.js';
import { formatDay } from '../moments.js';
import type { Done } from './status-session.js';

/** What happened, and what comes next. */
export function doneSentence(done: Done, dueAt: string | undefined, words: FlowTexts): string {
  if (done === 'withdrawn') return words.t('status.withdrawn');
  if (done === 'edit') return words.t('status.edited');
  return dueAt === undefined
    ? words.t('status.supplemented')
    : words.t('status.supplementedDue', { date: formatDay(new Date(dueAt)) });
}
