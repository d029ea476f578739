/**
 * Lays the answers of a ledger onto a plan: each field takes what stands at its place, or says why not.
 */
import { isEqual, isObject, readTokens, writeTokens } from '../../data/json.js';
import { findKind } from '../../kinds/index.js';
import type { FieldKind } from '../../kinds/kind.js';
import { createNodeFinder, isField } from '../../plan/find-node.js';
import type { JsonObject, JsonValue, Plan, PlanNode, Pointer } from '../../plan/plan.js';
import { createJudge, type Judge } from './judge-draft-value.js';
import { type AddressRenewal, fateOf, unitOf, withUnit, withoutCommune } from './renew-address.js';
import { isBlank, type Ledger, type LedgerEntry, pointerOf, type Token } from './ledger.js';
import type { PlanIndex } from '../plan-index.js';
import type { AnswerAgain, MigratedAnswer, MigratedCode } from './report.js';
import type { UnitFate } from './find-unit.js';

/** A draft's answers as they lie in the plan, and what was found on the way. */
export interface Fitting {
  data: JsonObject;
  inputs: Record<Pointer, JsonValue>;
  kept: Pointer[];
  migrated: MigratedAnswer[];
  again: AnswerAgain[];
  recomputed: Pointer[];
}

/** What the fitting rests on. */
export interface FittingOptions extends AddressRenewal {
  /** The answers as the draft had them. */
  former: JsonObject;
  kinds: readonly FieldKind[];
}

interface Place {
  node: PlanNode;
  tokens: readonly Token[];
  entries: LedgerEntry[];
}

/** Fits what is left in the ledger; what has no place is dropped from it, with its reason. */
export function fitToPlan(ledger: Ledger, index: PlanIndex, options: FittingOptions): Fitting {
  const { plan } = index;
  const fitting: Fitting = {
    data: {},
    inputs: {},
    kept: [],
    migrated: [],
    again: [],
    recomputed: [],
  };
  const places = findPlaces(ledger, plan);
  fitting.data = ledger.rebuild();
  const judge = createJudge(index);
  const computed = new Set(plan.rules.filter(({ effect }) => effect === 'computed').map(({ pointer }) => pointer));
  for (const place of places) {
    if (computed.has(place.node.pointer)) leaveToForm(place, fitting);
    else if (!isField(place.node)) keepEmpty(place, fitting);
    else fitPlace(place, fitting, judge, options);
  }
  return fitting;
}

/** By field: the entries at it and below it. Those that belong to none leave the ledger. */
function findPlaces(ledger: Ledger, plan: Plan): Place[] {
  const find = createNodeFinder(plan);
  const places = new Map<Pointer, Place>();
  for (const entry of ledger.entries) {
    const found = find(entry.now);
    if (found === undefined || !(isField(found.node) || isEmptyOf(found.node, entry.value))) {
      ledger.drop(entry, 'draft.no-place');
      continue;
    }
    const tokens = entry.now.slice(0, found.depth);
    const pointer = pointerOf(tokens);
    const place = places.get(pointer) ?? { node: found.node, tokens, entries: [] };
    place.entries.push(entry);
    places.set(pointer, place);
  }
  return [...places.values()];
}

/** A list without rows, or a group without answers, at a place for one. */
function isEmptyOf({ items, kind }: PlanNode, value: JsonValue): boolean {
  return isBlank(value) && Array.isArray(value) === (items !== undefined || kind === 'tuple');
}

function keepEmpty({ tokens, entries }: Place, { data, kept, migrated }: Fitting): void {
  const pointer = pointerOf(tokens);
  const from = entries.flatMap((entry) => entry.from);
  const isStillEmpty = isBlank(readTokens(data, tokens.map(String)) ?? {});
  if (!isStillEmpty || entries.some(({ isMigrated }) => isMigrated))
    migrated.push({ pointer, from, code: 'draft.declared' });
  else kept.push(pointer);
}

function leaveToForm({ tokens }: Place, fitting: Fitting): void {
  fitting.recomputed.push(pointerOf(tokens));
  fitting.data = take(fitting.data, tokens);
}

function fitPlace(place: Place, fitting: Fitting, judge: Judge, options: FittingOptions): void {
  const { node, tokens, entries } = place;
  const pointer = pointerOf(tokens);
  const input = entries.find(({ isInput }) => isInput);
  const value = readTokens(fitting.data, tokens.map(String));
  if (input !== undefined && !understand(input, place, fitting, options)) fitting.inputs[pointer] = input.value;
  if (value === undefined) return;
  const from = [...new Set(entries.flatMap((entry) => entry.from))];
  const ask = (code: AnswerAgain['code'], more: Partial<AnswerAgain> = {}): void => {
    fitting.again.push({ pointer, from, code, params: {}, was: wasOf(entries, value), ...more });
  };

  const refusal = entries.some(({ isRefused }) => isRefused) ? 'draft.value-not-allowed' : judge(node, value);
  if (refusal !== undefined) {
    fitting.data = take(fitting.data, tokens);
    return ask(refusal);
  }
  const fate = fateOf(node, value, options);
  if (fate?.fate === 'doubtful' || fate?.fate === 'unknown') {
    fitting.data = put(fitting.data, tokens, withoutCommune(value as JsonObject));
    return ask(
      fate.fate === 'unknown' ? 'draft.unit-unknown' : 'draft.unit-doubtful',
      fate.fate === 'unknown'
        ? {}
        : { proposals: fate.proposals.map((unit) => withUnit(value as JsonObject, unit, options)) },
    );
  }
  const renewed = fate === undefined ? value : withUnit(value as JsonObject, unitOf(fate), options);
  if (renewed !== value) fitting.data = put(fitting.data, tokens, renewed);
  if (entries.some(({ toConfirm }) => toConfirm)) return ask('draft.to-confirm', { proposals: [renewed] });
  const former = readTokens(options.former, tokens.map(String));
  const code = codeOf(entries, isEqual(former, value), isEqual(value, renewed), fate);
  if (code === undefined) fitting.kept.push(pointer);
  else fitting.migrated.push({ pointer, from, code, was: wasOf(entries, value) });
}

/** What was typed may be plain to the new kind. */
function understand(entry: LedgerEntry, { node, tokens }: Place, fitting: Fitting, { kinds }: FittingOptions): boolean {
  const pointer = pointerOf(tokens);
  const parsed = findKind(node.kind, kinds)?.parse(entry.value, node);
  const isPlain = parsed !== undefined && !('fault' in parsed) && parsed.value !== undefined;
  if (isPlain && readTokens(fitting.data, tokens.map(String)) === undefined) {
    fitting.data = put(fitting.data, tokens, parsed.value as JsonValue);
    fitting.migrated.push({ pointer, from: entry.from, code: 'draft.input-understood', was: entry.value });
    return true;
  }
  if (entry.isMigrated) fitting.migrated.push({ pointer, from: entry.from, code: 'draft.declared', was: entry.value });
  else fitting.kept.push(pointer);
  return false;
}

function codeOf(
  entries: readonly LedgerEntry[],
  isUnmoved: boolean,
  isUnrenewed: boolean,
  fate: UnitFate | undefined,
): MigratedCode | undefined {
  if (fate?.fate === 'changed') return 'draft.unit-changed';
  if (!isUnrenewed) return 'draft.unit-in-force';
  return isUnmoved && !entries.some(({ isMigrated }) => isMigrated) ? undefined : 'draft.declared';
}

function wasOf(entries: readonly LedgerEntry[], value: JsonValue): JsonValue {
  const [only, ...others] = entries.filter(({ isInput }) => !isInput);
  return others.length === 0 && only?.was !== undefined ? only.was : value;
}

function take(data: JsonObject, tokens: readonly Token[]): JsonObject {
  // A row that is one answer stays, and the form says what is wrong with it: without it the rows after it would move.
  if (typeof tokens.at(-1) === 'number') return data;
  const written = writeTokens(data, tokens.map(String), undefined);
  return isObject(written) ? written : {};
}

function put(data: JsonObject, tokens: readonly Token[], value: JsonValue): JsonObject {
  const written = writeTokens(data, tokens.map(String), value);
  return isObject(written) ? written : {};
}
