/** The fields of a decision, each with its label, its hint and what is wrong. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskDossier } from '@motcua/schemas';
import type { MotcuaFileActionEvent, MotcuaFilesEvent } from '@motcua/widgets/elements';
import { errorIcon, renderIcon } from '@motcua/widgets/page-kit';
import { labelPlace } from '../dossier/list-answers.js';
import type { FiledProcedure } from '../dossier/load-procedure.js';
import type { DecisionDraft } from '../state/decision-drafts.js';
import type { Desk } from '../state/desk.js';
import { dayOf, formatLongDay, listWeekdaysAfter } from '../state/moments.js';
import { pickText, type DeskTextKey } from '../text/desk-texts.js';
import { findDecision, type DecisionField, type DecisionMove } from './decisions.js';
import { REASONS } from './reasons.js';
import type { ResultFiles } from './result-files.js';
import { DOCUMENT, type MoveFault } from './write-move.js';

export interface FieldFacts {
  desk: Desk;
  dossier: DeskDossier;
  filed: FiledProcedure | undefined;
  move: DecisionMove;
  draft: DecisionDraft;
  files: ResultFiles;
  faults: readonly MoveFault[];
  /** The gateway refused what stands in this field. */
  refused: DecisionField | undefined;
  change(change: Partial<DecisionDraft>): void;
}

/** Days that are offered for the new date of an apology. */
const DAYS_OFFERED = 20;
const LONGEST = 2000;

export function renderFields(facts: FieldFacts): TemplateResult {
  return html`${findDecision(facts.move)?.fields.map((field) => RENDER[field](facts))}`;
}

const RENDER: Readonly<Record<DecisionField, (facts: FieldFacts) => TemplateResult>> = {
  channel: renderChannel,
  reason: renderReason,
  items: renderItems,
  dueOn: renderDueOn,
  results: renderResults,
  note: renderNote,
};

function renderChannel({ desk: { words }, draft, change }: FieldFacts): TemplateResult {
  return html`<div class="field">
    <label for="channel">${words.t('field.channel')}</label>
    <select
      id="channel"
      class="input"
      @change=${(event: Event) => change({ channel: (event.target as HTMLSelectElement).value as DecisionDraft['channel'] })}
    >
      ${(['online', 'desk', 'post'] as const).map(
        (channel) =>
          html`<option value=${channel} ?selected=${draft.channel === channel}>
            ${words.t(`channel.${channel}`)}
          </option>`,
      )}
    </select>
  </div>`;
}

function renderReason(facts: FieldFacts): TemplateResult {
  const { desk, draft, move, change } = facts;
  const reasons = REASONS[desk.words.locale === 'en' ? 'en' : 'vi'][move] ?? [];
  return html`<div class=${frame(facts, 'reason')}>
    <label for="reason">${desk.words.t('field.reason')}</label>
    <p id="reason-hint" class="hint">${desk.words.t('field.reason.hint')}</p>
    ${renderFault(facts, 'reason')}
    <textarea
      id="reason"
      class="input"
      rows="4"
      maxlength=${LONGEST}
      aria-describedby="reason-hint reason-fault"
      .value=${draft.reason}
      @input=${(event: Event) => change({ reason: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
    <div class="row" role="group" aria-label=${desk.words.t('field.reason.ready')}>
      ${reasons.map(
        (text) =>
          html`<button
            type="button"
            class="chip ready"
            @click=${() => change({ reason: [draft.reason.trim(), text].filter(Boolean).join(' ') })}
          >
            ${text}
          </button>`,
      )}
    </div>
  </div>`;
}

function renderNote({ desk: { words }, draft, change, move }: FieldFacts): TemplateResult {
  return html`<div class="field">
    <label for="note">${words.t('field.note')} <span class="optional">${words.t('field.optional')}</span></label>
    <p id="note-hint" class="hint">
      ${words.t(move === 'requestSupplement' ? 'field.note.letter' : 'field.note.hint')}
    </p>
    <textarea
      id="note"
      class="input"
      rows="2"
      maxlength=${LONGEST}
      aria-describedby="note-hint"
      .value=${draft.note}
      @input=${(event: Event) => change({ note: (event.target as HTMLTextAreaElement).value })}
    ></textarea>
  </div>`;
}

/** Fields and papers are ticked in the answers; papers that have no place there are ticked here. */
function renderItems(facts: FieldFacts): TemplateResult {
  const { desk, draft, filed, change } = facts;
  const { words } = desk;
  const loose = (filed?.record.requiredDocuments ?? []).filter(({ pointer }) => pointer === undefined);
  const chosen = Object.keys(draft.items);
  return html`<div
    id="items"
    tabindex="-1"
    class=${frame(facts, 'items')}
    role="group"
    aria-label=${words.t('field.items')}
  >
    <span class="label">${words.t('field.items')}</span>
    <p class="hint">${words.t('field.items.hint')}</p>
    ${renderFault(facts, 'items')}
    <ol class="items">
      ${chosen.map((key) => renderItem(key, facts))}
    </ol>
    ${
      loose.length === 0
        ? nothing
        : html`<p class="label">${words.t('field.items.loose')}</p>
            ${loose.map(({ id, name }) => {
              const key = `${DOCUMENT}${id}`;
              return html`<label class="tick"
                ><input
                  type="checkbox"
                  .checked=${Object.hasOwn(draft.items, key)}
                  @change=${() => change({ items: toggleItem(draft.items, key) })}
                />${pickText(name, words.locale)}</label
              >`;
            })}`
    }
  </div>`;
}

function renderItem(key: string, { desk: { words }, draft, filed, faults, change }: FieldFacts): TemplateResult {
  const label = labelItem(key, filed, words.locale);
  const isBare = faults.some(({ item }) => item === key);
  return html`<li>
    <div class="row between">
      <strong>${label}</strong>
      <button type="button" class="button quiet small" @click=${() => change({ items: toggleItem(draft.items, key) })}>
        ${words.t('items.remove')}<span class="visually-hidden">: ${label}</span>
      </button>
    </div>
    ${
      key.startsWith(DOCUMENT)
        ? html`<textarea
            class="input"
            rows="2"
            maxlength=${LONGEST}
            data-item=${key}
            aria-label=${words.t('items.reason', { label })}
            .value=${draft.items[key] ?? ''}
            @input=${(event: Event) => change({ items: { ...draft.items, [key]: (event.target as HTMLTextAreaElement).value } })}
          ></textarea>`
        : html`<p class="hint">${draft.items[key]}</p>`
    }
    ${isBare ? html`<p class="error">${renderIcon(errorIcon, 20)}${words.t('fault.item')}</p>` : nothing}
  </li>`;
}

function renderDueOn(facts: FieldFacts): TemplateResult {
  const { desk, dossier, draft, change } = facts;
  const { words } = desk;
  const due = dossier.dossier.dueAt === undefined ? '' : dayOf(new Date(dossier.dossier.dueAt));
  const today = dayOf(desk.api.now());
  return html`<div class=${frame(facts, 'dueOn')}>
    <label for="dueOn">${words.t('field.dueOn')}</label>
    <p id="dueOn-hint" class="hint">${words.t('field.dueOn.hint')}</p>
    ${renderFault(facts, 'dueOn')}
    <select
      id="dueOn"
      class="input"
      aria-describedby="dueOn-hint dueOn-fault"
      @change=${(event: Event) => change({ dueOn: (event.target as HTMLSelectElement).value })}
    >
      <option value="" ?selected=${draft.dueOn === ''}>${words.t('select.placeholder')}</option>
      ${listWeekdaysAfter(due > today ? due : today, DAYS_OFFERED).map(
        (day) =>
          html`<option value=${day} ?selected=${draft.dueOn === day}>${formatLongDay(day, words.locale)}</option>`,
      )}
    </select>
  </div>`;
}

function renderResults(facts: FieldFacts): TemplateResult {
  const { desk, files } = facts;
  const isWrong =
    facts.refused === 'results' || (facts.faults.some(({ field }) => field === 'results') && !files.isOpen);
  return html`<motcua-file-field
    id="results"
    .label=${desk.words.t('field.results')}
    .hint=${desk.words.t('field.results.hint')}
    .error=${isWrong ? faultText(facts, 'results') : ''}
    .rows=${files.rows(desk.words)}
    .accept=${'application/pdf,image/jpeg,image/png,image/webp'}
    required
    multiple
    no-camera
    @motcua-files=${(event: MotcuaFilesEvent) => {
      if (event.replaces !== undefined) files.remove(event.replaces);
      files.add(event.files);
    }}
    @motcua-file-action=${(event: MotcuaFileActionEvent) => (event.action === 'retry' ? files.retry(event.rowId) : files.remove(event.rowId))}
  ></motcua-file-field>`;
}

/** A place by its label, a loose paper by its name. */
export function labelItem(key: string, filed: FiledProcedure | undefined, locale: 'vi' | 'en'): string {
  if (!key.startsWith(DOCUMENT)) return labelPlace(key, filed);
  const paper = filed?.record.requiredDocuments.find(({ id }) => `${DOCUMENT}${id}` === key);
  return paper ? pickText(paper.name, locale) : key.slice(DOCUMENT.length);
}

/** Takes an item in with an empty reason, or out. */
export function toggleItem(items: DecisionDraft['items'], key: string): DecisionDraft['items'] {
  const { [key]: present, ...others } = items;
  return present === undefined ? { ...items, [key]: '' } : others;
}

function frame({ faults, refused }: FieldFacts, field: DecisionField): string {
  return refused === field || faults.some((fault) => fault.field === field) ? 'field wrong' : 'field';
}

function renderFault(facts: FieldFacts, field: DecisionField): TemplateResult | typeof nothing {
  if (frame(facts, field) === 'field') return nothing;
  return html`<p id="${field}-fault" class="error" role="alert">
    ${renderIcon(errorIcon, 20)}<span>${faultText(facts, field)}</span>
  </p>`;
}

function faultText({ desk: { words }, refused, faults }: FieldFacts, field: DecisionField): string {
  if (refused === field) return words.t(`refused.${field}` as DeskTextKey);
  const isItem = faults.some((fault) => fault.field === field && fault.item !== undefined);
  return words.t((isItem ? 'fault.item' : `fault.${field}`) as DeskTextKey);
}
