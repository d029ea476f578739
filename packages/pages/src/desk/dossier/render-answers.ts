/** The answers, step by step; while a supplement is asked for, each can be ticked and gets a reason. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DeskDossier } from '@motcua/schemas';
import { eyeIcon, renderIcon } from '@motcua/widgets/page-kit';
import { ITEM_REASONS } from '../decision/reasons.js';
import { toggleItem } from '../decision/render-fields.js';
import type { DecisionDraft } from '../state/decision-drafts.js';
import type { Desk } from '../state/desk.js';
import type { AnswerRow, AnswerSection, AnswerStep } from './list-answers.js';

export interface AnswersFacts {
  desk: Desk;
  dossier: DeskDossier;
  steps: readonly AnswerStep[];
  /** The form is not published any more. */
  isUnknownForm: boolean;
  /** What is asked for; absent: nothing is being asked for. */
  items: DecisionDraft['items'] | undefined;
  withEmpty: boolean;
  toggleEmpty(): void;
  change(items: DecisionDraft['items']): void;
  showPaper(pointer: string): void;
}

export function renderAnswers(facts: AnswersFacts): TemplateResult {
  const { desk, steps, items, isUnknownForm, withEmpty, toggleEmpty } = facts;
  const { words } = desk;
  return html`<section class="panel declaration" data-asking=${items !== undefined}>
    <h2 class="title-2 first answers-title" tabindex="-1">
      ${words.t(items === undefined ? 'answers.title' : 'answers.ask')}
    </h2>
    ${isUnknownForm ? html`<p class="hint">${words.t('answers.unknownForm')}</p>` : nothing}
    ${
      items === undefined
        ? nothing
        : html`<p class="hint">${words.t('answers.askHint')}</p>
            <label class="tick"
              ><input
                type="checkbox"
                .checked=${withEmpty}
                @change=${toggleEmpty}
              />${words.t('answers.withEmpty')}</label
            >`
    }
    ${steps.map(
      ({ title, sections }) =>
        html`${title === '' ? nothing : html`<h3 class="step">${title}</h3>`}${sections.map((section) => renderSection(section, facts))}`,
    )}
  </section>`;
}

function renderSection({ title, rows }: AnswerSection, facts: AnswersFacts): TemplateResult {
  return html`${title === '' ? nothing : html`<h4 class="section-title">${title}</h4>`}
    <dl class="rows">${rows.map((row) => renderRow(row, facts))}</dl>`;
}

function renderRow(row: AnswerRow, facts: AnswersFacts): TemplateResult {
  const { desk, dossier, items, showPaper } = facts;
  const { words } = desk;
  const isChosen = items !== undefined && Object.hasOwn(items, row.pointer);
  const changed = dossier.steps.some((step) => step.changed?.some((pointer) => isAt(pointer, row.pointer)));
  return html`<div class="answer" data-pointer=${row.pointer} data-chosen=${isChosen} data-changed=${changed}>
    <dt>
      ${
        items !== undefined && row.canRequest
          ? html`<label class="tick"
              ><input
                type="checkbox"
                aria-label=${words.t('items.ask', { label: row.fullLabel })}
                .checked=${isChosen}
                @change=${() => facts.change(toggleItem(items, row.pointer))}
              />${row.label}</label
            >`
          : row.label
      }
    </dt>
    <dd>
      <span class=${row.figures === true ? 'figures' : row.isEmpty ? 'muted' : ''}>${row.text}</span>
      ${row.detail === undefined ? nothing : html`<span class="muted">${row.detail}</span>`}
      ${changed ? html`<motcua-tag .label=${words.t('answers.changed')} tone="info"></motcua-tag>` : nothing}
      ${
        row.isPaper && !row.isEmpty
          ? html`<button type="button" class="button quiet small" @click=${() => showPaper(row.pointer)}>
              ${renderIcon(eyeIcon, 16)}${words.t('answers.view')}<span class="visually-hidden"> ${row.fullLabel}</span>
            </button>`
          : nothing
      }
    </dd>
    ${isChosen ? renderReason(row, facts) : nothing}
  </div>`;
}

function renderReason(
  { pointer, fullLabel: label }: AnswerRow,
  { desk: { words }, items = {}, change }: AnswersFacts,
): TemplateResult {
  const write = (reason: string): void => change({ ...items, [pointer]: reason });
  return html`<dd class="reason">
    <textarea
      class="input"
      rows="2"
      maxlength="2000"
      data-item=${pointer}
      aria-label=${words.t('items.reason', { label })}
      placeholder=${words.t('items.reasonHint')}
      .value=${items[pointer] ?? ''}
      @input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <div class="row">
      ${ITEM_REASONS[words.locale].map(
        (text) =>
          html`<button
            type="button"
            class="chip ready"
            aria-label=${words.t('items.ready', { text, label })}
            @click=${() => write([(items[pointer] ?? '').trim(), text].filter(Boolean).join(' '))}
          >
            ${text}
          </button>`,
      )}
    </div>
  </dd>`;
}

/** A change is told at its place or inside of it. */
function isAt(changed: string, pointer: string): boolean {
  return changed === pointer || changed.startsWith(`${pointer}/`) || pointer.startsWith(`${changed}/`);
}
