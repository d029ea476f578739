/** Tells what changed in a look-up: aloud to the citizen, as events to the host, and by focus. Each thing once. */
import type { FlowTexts } from '../flow-texts.js';
import { lookupSentence } from '../error-code.js';
import { MotcuaErrorEvent, MotcuaStatusEvent } from '../events.js';
import { formatDay } from '../moments.js';
import { stateLabel } from '../state-label.js';
import { doneSentence } from './done-sentence.js';
import type { StatusState } from './status-session.js';

/** Where it is told. */
export interface TellingPlace {
  readonly words: FlowTexts;
  dispatchEvent(event: Event): boolean;
  announce(message: string): void;
  focus(selector: string): void;
}

export class StatusTeller {
  #last: StatusState | undefined;
  /** Events that the last change was told of. */
  #told = 0;

  constructor(private readonly place: TellingPlace) {}

  tell(now: StatusState): void {
    const before = this.#last;
    if (now === before) return;
    this.#last = now;
    this.#tellQuestion(before, now);
    this.#tellProblem(before, now);
    if (now.results !== (before?.results ?? 0) && now.results > 0) this.#tellResult(now, before);
    if (now.changes > 0 && now.changes !== before?.changes) this.#tellChange(now);
    this.#told = now.dossier?.history.length ?? 0;
    if (now.answers && !before?.answers) this.place.focus('.answers');
    if (now.letter && now.letter !== before?.letter) this.place.focus('.open-letter');
  }

  #tellQuestion(before: StatusState | undefined, now: StatusState): void {
    if (now.codeError && now.codeError !== before?.codeError) this.place.focus('[pointer="#code"]');
    else if (now.secretError && now.secretError !== before?.secretError) this.place.focus('[pointer="#secret"]');
  }

  #tellProblem(before: StatusState | undefined, { problem }: StatusState): void {
    if (problem === undefined || problem === before?.problem) return;
    this.place.announce(this.place.words.t(lookupSentence(problem), { code: problem }));
    this.place.dispatchEvent(new MotcuaErrorEvent(problem));
  }

  #tellResult({ dossier, completion, done }: StatusState, before: StatusState | undefined): void {
    const { words } = this.place;
    const news = done !== undefined && done !== before?.done ? doneSentence(done, dossier?.dueAt, words) : undefined;
    if (before?.task === undefined || news !== undefined) this.place.announce(news ?? words.t('status.found'));
    this.place.dispatchEvent(new MotcuaStatusEvent(dossier?.state.name ?? completion?.completion.stage ?? ''));
    this.place.focus('.result h2');
  }

  /** Said once, and nothing moves: the reader may be in the middle of it. While answers are given anew, that page tells it itself. */
  #tellChange(now: StatusState): void {
    const { dossier, completion } = now;
    if (now.task === undefined) this.place.announce(this.#changeSentence(now));
    this.place.dispatchEvent(new MotcuaStatusEvent(dossier?.state.name ?? completion?.completion.stage ?? 'sent'));
  }

  #changeSentence({ dossier, completion }: StatusState): string {
    const { words } = this.place;
    const stage = completion?.completion.stage ?? 'sent';
    const state = dossier ? stateLabel(dossier.state, words) : words.t(`status.completion.${stage}`);
    const changed = words.t('status.updated', { state: state.replace(/\.$/, '') });
    const step = dossier?.history.slice(this.#told).at(-1);
    if (!dossier || !step) return changed;
    if (dossier.supplementRequest)
      return `${changed} ${words.t('status.updatedAsked', { count: dossier.supplementRequest.items.length })}`;
    if (step.move === 'apologise' && dossier.dueAt !== undefined)
      return words.t('status.updatedApology', { date: formatDay(new Date(dossier.dueAt)) });
    return dossier.results && step.state.name === 'completed' ? words.t('status.updatedResult') : changed;
  }
}
