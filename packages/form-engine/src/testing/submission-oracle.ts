/**
 * Decides without the engine whether a submission may be accepted: what applies by definition, validity by @hyperjump/json-schema,
 * rules and mirrors by json-logic-js with operators written again here.
 */
import { isEqual, isObject, readTokens, writeTokens } from '../data/json.js';
import type { Expression, JsonObject, JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import type { FormDocument, FormField } from '../plan/procedure-source.js';
import { type ConditionOracle, openConditionOracle } from './condition-oracle.js';

/** json-logic-js, as far as it is used. */
export interface JsonLogic {
  apply(logic: JsonValue, data: JsonValue): JsonValue;
  add_operation(name: string, operation: (...operands: JsonValue[]) => JsonValue): void;
}

/** What the oracle is told of a procedure. */
export interface SubmissionOracleSource {
  /** The data schema with its definitions in `$defs`. */
  schema: JsonSchema;
  form: FormDocument;
  jsonLogic: JsonLogic;
  /** Dates in words, as somebody wrote them out. */
  words: ReadonlyMap<string, string>;
}

/** Is it to be accepted, with that day as today? */
export type SubmissionOracle = (sent: JsonObject, today: string) => boolean;

/** Opens the oracle of a procedure. */
export async function openSubmissionOracle(source: SubmissionOracleSource): Promise<SubmissionOracle> {
  const { schema, form, words } = source;
  const conditions = await openConditionOracle(schema);
  const asked = form.steps.flatMap(({ sections }) => sections.flatMap((section) => section.fields));
  const locked = listReadOnly(schema, schema, []).filter((tokens) =>
    asked.every((field) => !isComputed(field, tokens)),
  );
  return (sent, today) => {
    const logic = createLogic(source.jsonLogic, words, today);
    const fields = asked.flatMap((field) => unfold(field, sent));
    const whole = settle(sent, { fields, form, conditions, logic });
    return (
      whole !== undefined &&
      isSentAsComputed(sent, whole, fields) &&
      conditions.isValid(whole) &&
      locked.every((tokens) => readTokens(whole, tokens) === undefined) &&
      !breaksRule(whole, fields, logic) &&
      holdMirrors(whole, form, conditions, logic)
    );
  };
}

/** A field with its absolute place, once for each row that was sent. */
function unfold(field: FormField, sent: JsonObject): FormField[] {
  const rows = readTokens(sent, tokensOf(field.pointer));
  if (field.items?.fields === undefined) return [field];
  const inner = field.items.fields;
  return [
    field,
    ...(Array.isArray(rows) ? rows : []).flatMap((_, index) =>
      inner.flatMap((each) => unfold({ ...each, pointer: `${field.pointer}/${index}${each.pointer}` }, sent)),
    ),
  ];
}

interface Setting {
  fields: readonly FormField[];
  form: FormDocument;
  conditions: ConditionOracle;
  logic: Logic;
}

const ROUNDS = 30;

/** What should have been sent: computed answers made anew, what rules hide taken out, and of that what applies, until nothing changes. */
function settle(sent: JsonObject, setting: Setting): JsonObject | undefined {
  let whole: JsonObject | undefined = sent;
  for (let round = 0; round < ROUNDS && whole !== undefined; round += 1) {
    const next = setting.conditions.prune(withRules(sent, whole, setting));
    if (isEqual(next, whole)) return whole;
    whole = next;
  }
  return undefined;
}

function withRules(sent: JsonObject, current: JsonObject, { fields, form, logic }: Setting): JsonObject {
  let whole = sent;
  for (const { pointer, rules } of fields) {
    const tokens = tokensOf(pointer);
    const shown = rules?.visible === undefined ? undefined : logic(rules.visible, current, pointer);
    if (shown !== undefined && !isTrue(shown)) whole = take(whole, tokens);
    else if (rules?.computed !== undefined && isObject(readTokens(whole, tokens.slice(0, -1))))
      whole = writeTokens(whole, tokens, logic(rules.computed, current, pointer)) as JsonObject;
  }
  for (const { skip, sections } of form.steps) {
    if (skip === undefined || !isTrue(logic(skip, current, ''))) continue;
    for (const { pointer } of sections.flatMap((section) => section.fields)) whole = take(whole, tokensOf(pointer));
  }
  return whole;
}

function take(data: JsonObject, tokens: readonly string[]): JsonObject {
  return readTokens(data, tokens) === undefined ? data : (writeTokens(data, tokens, undefined) as JsonObject);
}

function isTrue(outcome: JsonValue | undefined): boolean {
  return Array.isArray(outcome) ? outcome.length > 0 : Boolean(outcome);
}

/** Nothing but what applies was sent, and of what is computed nothing else. */
function isSentAsComputed(sent: JsonObject, whole: JsonObject, fields: readonly FormField[]): boolean {
  let left = whole;
  for (const { pointer, rules } of fields) {
    const tokens = tokensOf(pointer);
    if (
      rules?.computed !== undefined &&
      readTokens(sent, tokens) === undefined &&
      readTokens(left, tokens) !== undefined
    )
      left = writeTokens(left, tokens, undefined) as JsonObject;
  }
  return isEqual(sent, left);
}

function breaksRule(data: JsonObject, fields: readonly FormField[], logic: Logic): boolean {
  return fields.some(({ pointer, rules }) => {
    const value = readTokens(data, tokensOf(pointer));
    const kept =
      rules?.options === undefined || value === undefined ? true : logic(rules.options, data, pointer, value);
    const isLeftOut = kept !== undefined && !isTrue(kept);
    return isLeftOut || rules?.errors?.some(({ when }) => isTrue(logic(when, data, pointer))) === true;
  });
}

function holdMirrors(
  data: JsonObject,
  { mirrors = [] }: FormDocument,
  conditions: ConditionOracle,
  logic: Logic,
): boolean {
  return mirrors.every(({ when, pairs }) => {
    if (!isTrue(logic(when, data, ''))) return true;
    return pairs.every((pair) => {
      const [left, right] = pair.map(tokensOf) as [string[], string[]];
      const both = conditions.applies(data, left) && conditions.applies(data, right);
      return !both || isEqual(readTokens(data, left), readTokens(data, right));
    });
  });
}

type Logic = (expression: Expression, data: JsonObject, from: Pointer, item?: JsonValue) => JsonValue | undefined;

const DAY = 86_400_000;

/** Stands for a list or an object, which equals no value that a rule names and is no number. */
const OBJECT = 'neither text nor number';

/** An expression with an answer missing says nothing. */
function createLogic(jsonLogic: JsonLogic, words: ReadonlyMap<string, string>, today: string): Logic {
  jsonLogic.add_operation('today', () => today);
  jsonLogic.add_operation('days-between', (from, to) => (Date.parse(String(to)) - Date.parse(String(from))) / DAY);
  jsonLogic.add_operation('date-in-words', (date) => words.get(String(date)) ?? `the words of ${String(date)}`);
  return (expression, data, from, item = {}) => {
    let isOpen = false;
    const bind = (part: Expression): JsonValue => {
      if (Array.isArray(part)) return part.map(bind);
      if (!isObject(part)) return part;
      const [name = ''] = Object.keys(part);
      const operand = part[name] as JsonValue;
      if (name !== 'value') return { [name]: bind(operand) };
      const value = readTokens(data, tokensFrom(String(operand), from));
      isOpen ||= value === undefined;
      // An object in an expression would be an operation.
      return typeof value === 'object' && value !== null ? OBJECT : (value ?? null);
    };
    const bound = bind(expression);
    const outcome = isOpen ? undefined : jsonLogic.apply(bound, item);
    return Number.isNaN(outcome) ? undefined : outcome;
  };
}

/** `2/a` is two levels up, and then `a`. */
function tokensFrom(text: string, from: Pointer): string[] {
  const [, levels, rest = ''] = /^(\d+)(.*)$/su.exec(text) ?? [];
  if (levels === undefined) return tokensOf(text);
  const tokens = tokensOf(from);
  return [...tokens.slice(0, tokens.length - Number(levels)), ...tokensOf(rest)];
}

function isComputed({ pointer, rules }: FormField, tokens: readonly string[]): boolean {
  return rules?.computed !== undefined && isEqual(tokensOf(pointer), [...tokens]);
}

/** Places that the schema declares read-only. */
function listReadOnly(schema: JsonValue | undefined, root: JsonSchema, at: readonly string[]): string[][] {
  if (!isObject(schema) || at.length > 8) return [];
  const own = schema['readOnly'] === true ? [[...at]] : [];
  const target = typeof schema['$ref'] === 'string' ? readTokens(root, tokensOf(schema['$ref'].slice(1))) : undefined;
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  const below = Object.keys(properties).flatMap((name) => listReadOnly(properties[name], root, [...at, name]));
  return [...own, ...listReadOnly(target, root, at), ...below];
}

function tokensOf(pointer: Pointer): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}
