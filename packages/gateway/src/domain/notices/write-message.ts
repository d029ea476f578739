/**
 * Writes the message for one item of the outbox, from the dossier's history as it stood after the step that it tells of.
 */
import type { JsonObject } from '@motcua/form-engine';
import type { LocalizedText } from '@motcua/schemas';
import type { StoredDossier } from '../../ports/dossier-store.js';
import type { Message } from '../../ports/message-sender.js';
import type { OutboxItem, OutboxOutcome } from '../../ports/outbox-store.js';
import type { ProcedureRepository } from '../../ports/procedure-repository.js';
import { computeStoredDueDate } from '../moves/record-move.js';
import { createMessageId } from '../outbox/message-id.js';
import { dayOf } from '../time/plain-date.js';
import type { WorkingCalendar } from '../time/working-calendar.js';
import { findEnd } from '../watchdog/list-alarms.js';
import type { WatchSettings } from '../watchdog/watch-settings.js';
import { findTemplate, type NoticeTemplate } from './notice-templates.js';
import { NOTICE_TEXTS, type NoticeLocale } from './notice-texts.js';
import { readContacts } from './read-contacts.js';

export interface NoticeServices {
  procedures: ProcedureRepository;
  calendar: WorkingCalendar;
  /** Says when a supplement that does not come ends a dossier. */
  settings: WatchSettings;
}

/** The message, or why there is none to send. */
export function writeMessage(
  item: OutboxItem,
  stored: StoredDossier,
  services: NoticeServices,
): Message | OutboxOutcome {
  const told = tell(item, stored, services);
  if (!told) return 'superseded';
  const plan = services.procedures.find(stored.procedure.slug)?.plan;
  const to = plan ? readContacts(plan, stored.submission.data as JsonObject) : {};
  if (to.phone === undefined && to.email === undefined) return 'no-address';
  const locale: NoticeLocale = stored.submission.locale === 'en' ? 'en' : 'vi';
  const facts = { ...describeFacts(stored, item.sequence, locale), ...told.facts };
  const { subject, text } = NOTICE_TEXTS[locale][told.template];
  return {
    id: createMessageId(item),
    to,
    template: told.template,
    locale,
    facts,
    subject: fill(subject, facts),
    text: fill(text, facts),
  };
}

interface Told {
  template: NoticeTemplate;
  facts: Record<string, string>;
}

function tell(item: OutboxItem, stored: StoredDossier, services: NoticeServices): Told | undefined {
  return item.kind === 'notice' ? tellStep(item, stored, services) : tellWarning(item, stored, services);
}

function tellStep(
  { sequence }: OutboxItem,
  { history, procedure }: StoredDossier,
  services: NoticeServices,
): Told | undefined {
  const event = history[sequence - 1];
  if (!event) return undefined;
  const due = computeStoredDueDate(history.slice(0, sequence), services.calendar);
  const end =
    event.move === 'requestSupplement' ? findEnd({ movedAt: event.at, slug: procedure.slug }, services) : undefined;
  const items = event.details?.items?.length;
  return {
    template: findTemplate(event, { isDated: 'at' in due, endsByItself: end !== undefined }),
    facts: {
      ...('at' in due ? { dueOn: writeDay(due.at) } : {}),
      ...(items === undefined ? {} : { items: String(items) }),
      ...(end === undefined ? {} : { until: writeDay(end) }),
    },
  };
}

/** Only while the supplement is still awaited, and still ends the dossier. */
function tellWarning(
  { sequence, createdAt }: OutboxItem,
  { history, procedure }: StoredDossier,
  services: NoticeServices,
): Told | undefined {
  const request = history[sequence - 1];
  if (!request || history.length > sequence) return undefined;
  const end = findEnd({ movedAt: request.at, slug: procedure.slug, warnedAt: createdAt }, services);
  return end && { template: 'supplement-warning', facts: { until: writeDay(end) } };
}

/** The official code stands in messages from reception on, as it does in letters. */
function describeFacts(stored: StoredDossier, sequence: number, locale: NoticeLocale): Record<string, string> {
  const isReceived = stored.history.slice(0, sequence).some(({ move }) => move === 'receive');
  return {
    code: (isReceived ? stored.officialCode : undefined) ?? stored.provisionalCode,
    sentCode: stored.provisionalCode,
    agency: read(stored.agency.name, locale),
    procedure: read(stored.procedure.title, locale),
  };
}

function read(text: LocalizedText, locale: NoticeLocale): string {
  return text[locale] ?? text.vi;
}

/** Day first, as dates are written in Viet Nam; in English too, for the paper that comes with it says the same. */
function writeDay(instant: Date): string {
  const [year, month, day] = dayOf(instant).split('-');
  return `${day}/${month}/${year}`;
}

function fill(text: string, facts: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}
