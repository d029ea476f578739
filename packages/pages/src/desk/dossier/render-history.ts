/** What happened to the dossier, newest last, as the law wants it kept. */
import { html, type TemplateResult } from 'lit';
import type { DeskDossier } from '@motcua/schemas';
import { printerIcon, renderIcon } from '@motcua/widgets/page-kit';
import type { TimelineRow } from '@motcua/widgets/timeline';
import { isDossierState, stateLooks } from '@motcua/widgets/tag';
import { labelItem } from '../decision/render-fields.js';
import { DOCUMENT } from '../decision/write-move.js';
import type { Desk } from '../state/desk.js';
import { formatInstant, formatLongDay } from '../state/moments.js';
import { deskVi } from '../text/desk-texts.vi.js';
import type { DeskTextKey, DeskTexts } from '../text/desk-texts.js';
import { labelPlace } from './list-answers.js';
import type { FiledProcedure } from './load-procedure.js';

type Step = DeskDossier['steps'][number];

export interface HistoryFacts {
  dossier: DeskDossier;
  filed: FiledProcedure | undefined;
  desk: Desk;
  /** A letter by its sequence, or the control sheet. */
  print(which: number | 'control-sheet'): void;
}

export function renderHistory({ dossier, filed, desk: { words }, print }: HistoryFacts): TemplateResult {
  const { steps, dossier: shown } = dossier;
  const rows = steps.map((step, index) => describeStep(step, index === steps.length - 1, filed, words));
  const later = shown.expectedStates.map((state): TimelineRow => ({
    status: 'later',
    label: isDossierState(state) ? words.t(`state.${state}`) : state,
  }));
  return html`<h2 class="title-2 first">${words.t('tab.history')}</h2>
    <motcua-timeline .rows=${[...rows, ...later]}></motcua-timeline>
    <h3 class="step">${words.t('letters.title')}</h3>
    <ul class="letters">
      ${(shown.letters ?? []).map(
        ({ sequence, kind, issuedAt }) =>
          html`<li class="row">
            <button type="button" class="button secondary small" @click=${() => print(sequence)}>
              ${renderIcon(printerIcon, 16)}${words.t(`letter.${kind}`)}
            </button>
            <span class="muted figures">${formatInstant(new Date(issuedAt), words.locale)}</span>
          </li>`,
      )}
      <li>
        <button type="button" class="button secondary small" @click=${() => print('control-sheet')}>
          ${renderIcon(printerIcon, 16)}${words.t('letter.controlSheet')}
        </button>
      </li>
    </ul>`;
}

/** One step in words: what was done, when, by whom, and what it said. */
export function describeStep(
  { state, move, at, actor, officer, note, items, dueOn, changed, results }: Step,
  isNow: boolean,
  filed: FiledProcedure | undefined,
  words: DeskTexts,
): TimelineRow {
  const known = isDossierState(state.name) ? state.name : undefined;
  const label =
    known === undefined ? (state.name === 'unknown' ? state.rawLabel : state.name) : words.t(`state.${known}`);
  const asked = items?.map((item) => {
    const key = 'pointer' in item ? item.pointer : `${DOCUMENT}${item.document}`;
    return `${labelItem(key, filed, words.locale)}: ${item.reason.replace(/[\s.;]+$/, '')}`;
  });
  const said = [
    note,
    asked && `${words.t('history.asked')} ${asked.join('; ')}.`,
    changed &&
      changed.length > 0 &&
      `${words.t('history.changed')} ${changed.map((pointer) => labelPlace(pointer, filed)).join(', ')}.`,
    dueOn !== undefined && `${words.t('history.dueOn')} ${formatLongDay(dueOn, words.locale)}.`,
    results && `${words.t('history.results')} ${results.map(({ name }) => name).join(', ')}.`,
  ].filter((part) => typeof part === 'string');
  const done = move === undefined ? '' : describeMove(move, words);
  const who = `${words.t(`actor.${actor}`)}${officer === undefined ? '' : `, ${officer}`}`;
  return {
    label: done === '' ? label : `${label} (${done})`,
    status: isNow ? 'now' : 'done',
    meta: `${formatInstant(new Date(at), words.locale)} · ${who}`,
    ...(said.length === 0 ? {} : { text: said.join(' ') }),
    ...(isNow && known !== undefined
      ? { tone: stateLooks[known].tone, ...(stateLooks[known].icon ? { icon: stateLooks[known].icon } : {}) }
      : {}),
  };
}

/** Only where the state alone does not say what was done. */
function describeMove(move: string, words: DeskTexts): string {
  const key = `history.move.${move}`;
  return Object.hasOwn(deskVi, key) ? words.t(key as DeskTextKey) : '';
}
