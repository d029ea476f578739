/** What the due cell of a dossier says: words first, then the date, then a tone. */
import { formatDay, type Tone } from '@motcua/widgets/page-kit';
import type { DeskTexts } from '../text/desk-texts.js';
import { countDays, formatInstant } from './moments.js';

export interface DueFacts {
  state: string;
  dueAt?: string;
  submittedAt: string;
  mark?: 'late' | 'soon-late' | 'on-time';
}

export interface DueWords {
  tone: Tone;
  /** As "Quá hạn 2 ngày". */
  words: string;
  detail: string;
}

const PAUSED = new Set(['supplementRequested', 'paymentRequested', 'stopped']);

export function describeDue({ state, dueAt, submittedAt, mark }: DueFacts, now: Date, words: DeskTexts): DueWords {
  const sent = words.t('due.sent', { time: formatInstant(new Date(submittedAt), words.locale) });
  if (state === 'submitted') return { tone: 'neutral', words: words.t('due.waiting'), detail: sent };
  const due = dueAt === undefined ? undefined : new Date(dueAt);
  const detail = due === undefined ? sent : formatInstant(due, words.locale);
  if (PAUSED.has(state)) return { tone: 'neutral', words: words.t('due.paused'), detail: due ? formatDay(due) : sent };
  if (due === undefined || mark === undefined) return { tone: 'neutral', words: words.t('due.ended'), detail };
  const days = countDays(now, due);
  if (mark === 'late') {
    const text = days < 0 ? words.t('due.lateDays', { count: -days }) : words.t('due.lateToday');
    return { tone: 'danger', words: text, detail };
  }
  if (mark === 'soon-late') return { tone: 'warning', words: describeSoon(days, words), detail };
  return { tone: 'info', words: words.t(days === 0 ? 'due.today' : 'due.left', { count: days }), detail };
}

function describeSoon(days: number, words: DeskTexts): string {
  return days <= 0 ? words.t('due.soonToday') : words.t('due.soon', { count: days });
}
