/** Dates in three boxes, whole or as far as they are known. */
import { html } from 'lit';
import type { JsonObject, JsonValue } from '@motcua/form-engine/runtime';
import { type DatePart, type DateParts, emptyDate, splitDate } from '../elements/date-field/date-parts.js';
import type { DatePrecision, PartialDateParts } from '../elements/partial-date-field/partial-date-field.js';
import { type ControlDefinition, type ControlView, forKinds } from './control.js';
import { fieldFrame } from './field-frame.js';

/** The boxes as typed; the value's own parts where nothing is being typed. */
function partsOf({ state }: ControlView): DateParts & { precision?: DatePrecision } {
  if (isParts(state.input)) return { ...emptyDate, ...(state.input as unknown as DateParts) };
  return typeof state.value === 'string' ? splitDate(state.value) : emptyDate;
}

function isParts(input: JsonValue | undefined): input is JsonObject {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

/** The parts that the first issue names, so that only they are edged. */
function wrongParts({ state }: ControlView): readonly DatePart[] {
  const params = state.issues.find(({ severity }) => severity === 'error')?.params ?? {};
  const named = [params['part'], ...(Array.isArray(params['missing']) ? (params['missing'] as unknown[]) : [])];
  return named.filter((part): part is DatePart => part === 'day' || part === 'month' || part === 'year');
}

export const dateControl: ControlDefinition = {
  name: 'date',
  rank: forKinds('date'),
  render: (view) =>
    html`<motcua-date-field
      ${fieldFrame(view)}
      .wrongParts=${wrongParts(view)}
      .value=${partsOf(view)}
      @motcua-input=${(event: Event & { value: unknown }) => view.input(event.value as JsonObject)}
    ></motcua-date-field>`,
};

export const partialDateControl: ControlDefinition = {
  name: 'partial-date',
  rank: forKinds('partial-date'),
  render: (view) =>
    html`<motcua-partial-date-field
      ${fieldFrame(view)}
      .wrongParts=${wrongParts(view)}
      .value=${partialParts(view)}
      @motcua-input=${(event: Event & { value: unknown }) => view.input(event.value as JsonObject)}
    ></motcua-partial-date-field>`,
};

function partialParts(view: ControlView): PartialDateParts {
  const parts = partsOf(view);
  return { ...parts, precision: parts.precision ?? knownPrecision(parts) };
}

function knownPrecision({ day, month, year }: DateParts): DatePrecision {
  if (day !== '' || year === '') return 'day';
  return month === '' ? 'year' : 'month';
}
