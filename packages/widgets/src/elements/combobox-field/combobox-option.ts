import { MotcuaChangeEvent, MotcuaInputEvent } from '../../base/events.js';

/** One entry of a long list. */
export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** A second line, as the province of a commune. */
  readonly detail?: string;
  /** Options of one group stand together under its name, as former names. */
  readonly group?: string;
  /** Where the search matched in `label`: pairs of start and end, in UTF-16 units. */
  readonly ranges?: readonly (readonly [number, number])[];
  readonly icon?: 'place' | 'former';
  /** An entry that is not an answer: choosing it searches for this text instead. */
  readonly refine?: string;
  /** An entry that is not an answer yet: choosing it reports this code, for the owner to ask what is meant by it. */
  readonly proposes?: string;
}

/** What is found at once, and with it what is found once more of the list has come. */
export interface StagedOptions {
  readonly now: readonly ComboboxOption[];
  readonly later: Promise<readonly ComboboxOption[]>;
}

/** Finds options for a typed text, best first; the empty text asks for what to show at once. */
export type ComboboxSearch = (
  query: string,
) => readonly ComboboxOption[] | Promise<readonly ComboboxOption[]> | StagedOptions;

/** `value` is empty while the typed text is not one of the options; `text` is what stands in the box. */
export class MotcuaOptionInputEvent extends MotcuaInputEvent<string> {
  constructor(
    value: string,
    readonly text: string,
    readonly option: ComboboxOption | undefined,
  ) {
    super(value);
  }
}

/** An option was chosen or the choice was cleared. */
export class MotcuaOptionChangeEvent extends MotcuaChangeEvent<string> {
  constructor(
    value: string,
    readonly text: string,
    readonly option: ComboboxOption | undefined,
  ) {
    super(value);
  }
}

/** Neighbouring options of one group, in the order found. */
export interface OptionGroup {
  readonly name: string;
  readonly options: readonly { readonly option: ComboboxOption; readonly index: number }[];
}

/** Gathers options by group without changing the order within a group; the ungrouped come first. */
export function groupOptions(options: readonly ComboboxOption[]): readonly OptionGroup[] {
  const names = [...new Set(options.map((option) => option.group ?? ''))].sort(
    (a, b) => Number(a !== '') - Number(b !== ''),
  );
  let index = 0;
  return names.map((name) => ({
    name,
    options: options.filter((option) => (option.group ?? '') === name).map((option) => ({ option, index: index++ })),
  }));
}

/** Cuts a label where it matched: every second piece is a match. */
export function splitMatches(
  label: string,
  ranges: readonly (readonly [number, number])[] = [],
): readonly { text: string; match: boolean }[] {
  const pieces: { text: string; match: boolean }[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) pieces.push({ text: label.slice(at, start), match: false });
    pieces.push({ text: label.slice(start, end), match: true });
    at = end;
  }
  if (at < label.length) pieces.push({ text: label.slice(at), match: false });
  return pieces;
}
