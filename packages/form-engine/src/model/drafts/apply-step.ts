/**
 * Carries out what an author declared, one step at a time. A step that finds nothing does nothing.
 */
import { isEqual, writeOut } from '../../data/json.js';
import { join, parentOf } from '../../data/pointer.js';
import { FormError } from '../../errors.js';
import type { JsonValue, Pointer } from '../../plan/plan.js';
import { isBlank, type Ledger, type LedgerEntry, pointerOf, startsWith, type Token } from './ledger.js';
import type { MapValuesStep, MergeStep, MigrationStep, MoveStep, SetStep, SplitStep } from './migration.js';
import { fillPlace, type Match, matchPlace } from './places.js';

/** @throws {FormError} `draft.migration-malformed` when the step is none that this engine knows, or its places do not fit one another. */
export function applyStep(ledger: Ledger, step: MigrationStep): void {
  refuseUneven(step);
  const confirm = step.confirm === true;
  switch (step.op) {
    case 'rename':
      return move(ledger, { op: 'move', from: step.at, to: join(parentOf(step.at) ?? '', step.name) }, confirm);
    case 'move':
      return move(ledger, step, confirm);
    case 'set':
      return set(ledger, step, confirm);
    case 'drop':
      for (const [entry] of find(ledger, step.at)) ledger.drop(entry, 'draft.dropped', step.reason);
      return undefined;
    case 'map-values':
      return mapValues(ledger, step, confirm);
    case 'split':
      return split(ledger, step, confirm);
    case 'merge':
      return merge(ledger, step, confirm);
    default:
      throw new FormError('draft.migration-malformed', 'A migration has a step of a sort that is unknown.', {
        cure: 'Use rename, move, set, drop, map-values, split or merge.',
      });
  }
}

/** Each `*` of the source must stand in the target again, or rows would fall onto one another. */
function refuseUneven(step: MigrationStep): void {
  if (!('from' in step)) return;
  const places = [step.from, step.to].flat();
  const counts = new Set(places.map((place) => place.split('/').filter((name) => name === '*').length));
  if (counts.size === 1) return;
  throw new FormError('draft.migration-malformed', 'The places of a step do not name the same rows.', {
    pointer: places[0] ?? '',
    cure: 'Write as many `*` in the target as in the source.',
  });
}

function move(ledger: Ledger, { from, to }: MoveStep, confirm: boolean): void {
  const found = find(ledger, from);
  const isTaken = ledger.findTaken(new Set(found.map(([entry]) => entry)));
  for (const [entry, { stars, rest }] of found) {
    const target = [...fillPlace(to, stars), ...rest];
    if (isTaken(target)) ledger.drop(entry, 'draft.place-taken');
    else change(entry, { now: target }, confirm);
  }
  const shift = (tokens: Token[]): Token[] => {
    const match = matchPlace(from, tokens);
    return match === undefined ? tokens : [...fillPlace(to, match.stars), ...match.rest];
  };
  ledger.touched = ledger.touched.map(shift);
  ledger.provenance = ledger.provenance.map(([tokens, provenance]) => [shift(tokens), provenance]);
  ledger.rows = ledger.rows.map(([tokens, keys]) => [shift(tokens), keys]);
}

function set(ledger: Ledger, { at, value }: SetStep, confirm: boolean): void {
  const isTaken = ledger.findTaken(NONE);
  for (const place of listPlaces(ledger, at)) {
    if (isTaken(place)) continue;
    ledger.entries = ledger.entries.filter(({ now, isInput }) => isInput || !startsWith(now, place));
    ledger.entries.push({
      from: [],
      now: place,
      value,
      was: undefined,
      isInput: false,
      isMigrated: true,
      toConfirm: confirm,
      isRefused: false,
    });
  }
}

function mapValues(ledger: Ledger, { at, values, otherwise }: MapValuesStep, confirm: boolean): void {
  for (const [entry, { rest }] of find(ledger, at)) {
    if (rest.length > 0 || entry.isInput) continue;
    const pair = values.find(([old]) => isEqual(old, entry.value));
    if (pair !== undefined) change(entry, { value: pair[1] }, confirm);
    else if (otherwise === 'again') entry.isRefused = true;
  }
}

function split(ledger: Ledger, { from, to, separator, surplus }: SplitStep, confirm: boolean): void {
  for (const [entry, { stars, rest }] of find(ledger, from)) {
    if (rest.length > 0 || typeof entry.value !== 'string' || entry.isInput) continue;
    const targets = to.map((pattern) => fillPlace(pattern, stars));
    if (targets.some(ledger.findTaken(new Set([entry])))) {
      ledger.drop(entry, 'draft.place-taken');
      continue;
    }
    const pieces = cut(entry.value, separator, targets.length, surplus ?? 'last');
    if (pieces.length === 0) continue;
    ledger.entries = ledger.entries.filter((one) => one !== entry);
    targets.forEach((now, index) => {
      const value = pieces[index];
      if (value === undefined) return;
      ledger.entries.push({ ...entry, now, value, isMigrated: true, toConfirm: entry.toConfirm || confirm });
    });
    carryMarks(ledger, from, stars, targets);
  }
}

function merge(ledger: Ledger, { from, to, separator }: MergeStep, confirm: boolean): void {
  const groups = new Map<Pointer, LedgerEntry[]>();
  for (const pattern of from) {
    for (const [entry, { stars, rest }] of find(ledger, pattern)) {
      if (rest.length > 0 || entry.isInput || isBlank(entry.value)) continue;
      const target = pointerOf(fillPlace(to, stars));
      groups.set(target, [...(groups.get(target) ?? []), entry]);
      carryMarks(ledger, pattern, stars, [fillPlace(to, stars)]);
    }
  }
  for (const entries of groups.values()) {
    const [first] = entries;
    const match = first && from.map((pattern) => matchPlace(pattern, first.now)).find((one) => one !== undefined);
    if (first === undefined || match === undefined) continue;
    const target = fillPlace(to, match.stars);
    const merged = new Set(entries);
    if (ledger.findTaken(merged)(target)) {
      for (const entry of entries) ledger.drop(entry, 'draft.place-taken');
      continue;
    }
    ledger.entries = ledger.entries.filter((one) => !merged.has(one));
    ledger.entries.push({
      ...first,
      from: entries.flatMap((entry) => entry.from),
      now: target,
      value: entries.map(({ value }) => writeOut(value)).join(separator),
      was: entries.length === 1 ? first.was : entries.map(({ value }) => value),
      isMigrated: true,
      toConfirm: confirm || entries.some(({ toConfirm }) => toConfirm),
    });
  }
}

/** Fields that came of a touched one were touched. Where a value came from is known no longer, since it is another value. */
function carryMarks(ledger: Ledger, from: Pointer, stars: readonly Token[], targets: readonly Token[][]): void {
  const old = fillPlace(from, stars);
  const isOld = (tokens: readonly Token[]): boolean => startsWith(tokens, old);
  if (ledger.touched.some(isOld)) ledger.touched.push(...targets.map((target) => [...target]));
  ledger.touched = ledger.touched.filter(
    (tokens) => !isOld(tokens) || targets.some((target) => startsWith(tokens, target)),
  );
  ledger.provenance = ledger.provenance.filter(([tokens]) => !isOld(tokens));
}

function change(entry: LedgerEntry, to: { now?: readonly Token[]; value?: JsonValue }, confirm: boolean): void {
  Object.assign(entry, to, { isMigrated: true, toConfirm: entry.toConfirm || confirm });
}

function find(ledger: Ledger, pattern: Pointer): [LedgerEntry, Match][] {
  return ledger.entries.flatMap((entry): [LedgerEntry, Match][] => {
    const match = matchPlace(pattern, entry.now);
    return match === undefined ? [] : [[entry, match]];
  });
}

/** Every place that a pattern means: the rows that there are. */
function listPlaces(ledger: Ledger, pattern: Pointer): Token[][] {
  const last = pattern.lastIndexOf('/*');
  if (last < 0) return [fillPlace(pattern, [])];
  const places = new Map<Pointer, Token[]>();
  for (const [, { stars }] of find(ledger, pattern.slice(0, last + 2))) {
    const place = fillPlace(pattern, stars);
    places.set(pointerOf(place), place);
  }
  return [...places.values()];
}

function cut(text: string, separator: string, count: number, surplus: 'first' | 'last'): string[] {
  const pieces = text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const over = pieces.length - count;
  if (over <= 0) return pieces;
  return surplus === 'first'
    ? [pieces.slice(0, over + 1).join(separator), ...pieces.slice(over + 1)]
    : [...pieces.slice(0, count - 1), pieces.slice(count - 1).join(separator)];
}

const NONE: ReadonlySet<LedgerEntry> = new Set();
