/**
 * A draft taken apart: one entry for each answer that holds no other, which knows where it stood and where it stands. Nothing leaves the
 * ledger without a reason.
 */
import { cloneJson, isObject, setOwn } from '../../data/json.js';
import { join, tokensOf } from '../../data/pointer.js';
import type { JsonObject, JsonValue, Pointer } from '../../plan/plan.js';
import type { Draft, Provenance, RowKey } from '../form.js';
import type { DroppedAnswer, DroppedCode } from './report.js';

/** A name in an object, or a place in a list. */
export type Token = string | number;

/** One answer on its way. */
export interface LedgerEntry {
  /** Where it stood; several after a merge, none for what a step set. */
  from: readonly Pointer[];
  now: readonly Token[];
  value: JsonValue;
  /** As it stood in the draft. */
  was: JsonValue | undefined;
  /** Typed and not understood. */
  isInput: boolean;
  isMigrated: boolean;
  toConfirm: boolean;
  /** The author's own judgement: it must be answered again. */
  isRefused: boolean;
}

/** A draft on its way to another plan. */
export class Ledger {
  entries: LedgerEntry[];
  readonly dropped: DroppedAnswer[] = [];
  touched: Token[][];
  provenance: [tokens: Token[], provenance: Provenance][];
  rows: [tokens: Token[], keys: RowKey[]][];

  constructor(draft: Draft) {
    this.entries = [...listAnswers(draft.data, []), ...listInputs(draft)];
    this.touched = draft.touched.map((pointer) => readTokens(draft.data, pointer));
    this.provenance = Object.entries(draft.provenance).map(([pointer, provenance]) => [
      readTokens(draft.data, pointer),
      provenance,
    ]);
    this.rows = Object.entries(draft.rows ?? {}).map(([pointer, keys]) => [readTokens(draft.data, pointer), keys]);
  }

  /** Takes an answer out, and says so. */
  drop(entry: LedgerEntry, code: DroppedCode, reason?: string): void {
    this.entries = this.entries.filter((one) => one !== entry);
    for (const pointer of entry.from)
      this.dropped.push({
        pointer,
        value: entry.was ?? entry.value,
        code,
        ...(reason === undefined ? {} : { reason }),
      });
  }

  /** Tells whether an answer other than these stands at a place, above it or below it. Empty lists and objects are none. */
  findTaken(except: ReadonlySet<LedgerEntry>): (place: readonly Token[]) => boolean {
    const taken = new Set<Pointer>();
    const above = new Set<Pointer>();
    for (const entry of this.entries) {
      if (except.has(entry) || isBlank(entry.value)) continue;
      const [place = '', ...around] = listAround(entry.now);
      taken.add(place);
      for (const pointer of around) above.add(pointer);
    }
    return (place) => {
      const around = listAround(place);
      return above.has(around[0] ?? '') || around.some((pointer) => taken.has(pointer));
    };
  }

  /** The answers as one object; rows that lost everything stay as empty ones, so that the others keep their places. */
  rebuild(): JsonObject {
    const data: JsonObject = {};
    for (const entry of this.entries)
      if (!entry.isInput && isBlank(entry.value)) put(data, entry.now, cloneJson(entry.value));
    for (const entry of this.entries) if (!entry.isInput && !isBlank(entry.value)) put(data, entry.now, entry.value);
    return data;
  }

  /** Inputs that were not understood, by place. */
  inputs(): Record<Pointer, JsonValue> {
    return Object.fromEntries(
      this.entries.filter(({ isInput }) => isInput).map(({ now, value }) => [pointerOf(now), value]),
    );
  }
}

/** The pointer of a place. */
export function pointerOf(tokens: readonly Token[]): Pointer {
  return tokens.reduce<Pointer>((here, token) => join(here, token), '');
}

/** The pointer of a place, and those of the places around it from the inside outwards. */
function listAround(tokens: readonly Token[]): Pointer[] {
  let here = '';
  return ['', ...tokens.map((token) => (here = join(here, token)))].reverse();
}

/** Is the first place the second, or below it? */
export function startsWith(tokens: readonly Token[], prefix: readonly Token[]): boolean {
  return prefix.length <= tokens.length && prefix.every((token, index) => token === tokens[index]);
}

/** Is it a list or object with nothing in it? */
export function isBlank(value: JsonValue): boolean {
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

function listAnswers(value: JsonValue, here: readonly Token[]): LedgerEntry[] {
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((item, index) => listAnswers(item, [...here, index]));
  if (isObject(value) && (here.length === 0 || !isBlank(value)))
    return Object.keys(value).flatMap((name) => listAnswers(value[name] as JsonValue, [...here, name]));
  return [makeEntry(here, value, false)];
}

function listInputs(draft: Draft): LedgerEntry[] {
  return Object.entries(draft.inputs).map(([pointer, input]) =>
    makeEntry(readTokens(draft.data, pointer), input, true),
  );
}

function makeEntry(now: readonly Token[], value: JsonValue, isInput: boolean): LedgerEntry {
  return {
    from: [pointerOf(now)],
    now,
    value,
    was: value,
    isInput,
    isMigrated: false,
    toConfirm: false,
    isRefused: false,
  };
}

/** Tokens of a pointer; those that count rows of a list become numbers. */
function readTokens(data: JsonValue, pointer: Pointer): Token[] {
  let here: JsonValue | undefined = data;
  return tokensOf(pointer).map((token) => {
    const inList = Array.isArray(here);
    if (Array.isArray(here)) here = here[Number(token)];
    else here = isObject(here) && Object.hasOwn(here, token) ? here[token] : undefined;
    return inList ? Number(token) : token;
  });
}

function put(data: JsonObject, tokens: readonly Token[], value: JsonValue): void {
  let here: JsonValue = data;
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    const found: JsonValue | undefined = memberOf(here, token);
    const isEnd = next === undefined;
    const fits = !isEnd && (typeof next === 'number' ? Array.isArray(found) : isObject(found));
    const made: JsonValue = isEnd ? value : fits ? (found as JsonValue) : typeof next === 'number' ? [] : {};
    if (Array.isArray(here)) {
      while (here.length < Number(token)) here.push({});
      here[Number(token)] = made;
    } else if (isObject(here)) setOwn(here, String(token), made);
    here = made;
  });
}

function memberOf(owner: JsonValue, token: Token): JsonValue | undefined {
  if (Array.isArray(owner)) return owner[Number(token)];
  return isObject(owner) && Object.hasOwn(owner, token) ? owner[String(token)] : undefined;
}
