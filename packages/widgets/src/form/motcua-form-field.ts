/** One field of a form on the page: watches its own state only, so that a key press draws one field however long the form is. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Field, FieldState } from '@motcua/form-engine/runtime';
import type { Issue } from '@motcua/schemas';
import { ReadableController } from '../controllers/readable-controller.js';
import type { ControlDefinition, ControlView, FieldSurroundings } from '../controls/control.js';
import { chooseControl } from '../controls/registry.js';
import { issueText } from './issue-text.js';
import { formatIsoDate } from './answer-text.js';
import { textsAt } from './procedure-texts.js';

/**
 * @summary Draws one field of an engine form with the control that suits it.
 * @tag motcua-form-field
 */
export class MotcuaFormField extends LitElement {
  @property({ attribute: false }) field: Field | undefined;
  @property({ attribute: false }) around: FieldSurroundings | undefined;
  /** Told after each change, so that the draft is saved: text that does not parse yet changes no answer. */
  @property({ attribute: false }) changed: (() => void) | undefined;

  /** What the agency asks of this field, as a whole sentence. */
  @property() request = '';

  readonly #watch = new ReadableController<FieldState>(this);
  readonly #papers = new ReadableController<number>(this);
  #control: ControlDefinition | undefined;
  #drawn: Field | undefined;

  /** The element takes part in its parent's layout and styles as if it were not there. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override focus(options?: FocusOptions): void {
    this.querySelector<HTMLElement>('[pointer]')?.focus(options);
  }

  protected override willUpdate(): void {
    this.#watch.watch(this.field?.state);
    this.#papers.watch(this.field?.node.kind === 'attachments' ? this.around?.papers.version : undefined);
    if (this.field && this.field !== this.#drawn) {
      this.#drawn = this.field;
      this.#control = chooseControl(this.field.node);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.#watch.value;
    if (!this.field || !this.around || !state?.visible || !this.#control || isBlankFact(this.field, state)) {
      this.hidden = true;
      return nothing;
    }
    this.hidden = false;
    return html`<div @motcua-change=${stop} @motcua-blur=${this.#onBlur} @motcua-input=${stop}>
      ${this.#control.render(this.#view(this.field, state, this.around))}
    </div>`;
  }

  #view(field: Field, state: FieldState, around: FieldSurroundings): ControlView {
    return {
      field,
      node: field.node,
      state,
      around,
      texts: textsAt(around.texts, field.pointer),
      error: state.showIssues ? this.#errorOf(state, around) : '',
      warning: this.#messageOf(state, around, 'warning'),
      request: this.request,
      provenance: state.provenance
        ? around.words.t('field.source', {
            source: state.provenance.source,
            date: formatIsoDate(state.provenance.asOf),
          })
        : '',
      input: (value) => {
        field.setInput(value);
        this.changed?.();
      },
      choose: (value) => {
        field.setValue(value);
        this.changed?.();
      },
    };
  }

  /** What nobody asks for cannot be mended here: the words say who can. */
  #errorOf(state: FieldState, around: FieldSurroundings): string {
    const message = this.#messageOf(state, around, 'error');
    return message !== '' && state.readOnlyReason === 'not-asked' ? around.words.t('supplement.notAsked') : message;
  }

  #messageOf(state: FieldState, around: FieldSurroundings, severity: Issue['severity']): string {
    const issue = state.issues.find((one) => one.severity === severity);
    return issue ? issueText(issue, around) : '';
  }

  readonly #onBlur = (event: Event): void => {
    event.stopPropagation();
    this.field?.touch();
  };
}

/** Answers do not leave the form in events (the host may log every event it sees). */
function stop(event: Event): void {
  event.stopPropagation();
}

/** A computed answer that has no value yet has nothing to show. */
function isBlankFact({ node }: Field, { value }: FieldState): boolean {
  return node.control === 'fact' && value === undefined;
}
