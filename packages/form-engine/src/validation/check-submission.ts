/**
 * `checkSubmission`: the gateway's side of a plan. What a client sent is compared with what the plan says should have been
 * sent; hidden, undeclared, forged and unequal values are named, never believed.
 */
import type { Issue } from '@motcua/schemas';
import { cloneJson, isEqual, isObject, ownValue, readTokens, setOwn } from '../data/json.js';
import { findBrokenLimit, findUnsafeIntegers, SUBMISSION_LIMITS, type DataLimits } from '../data/limits.js';
import { join, tokensOf } from '../data/pointer.js';
import { FURTHER_OPERATORS } from '../expression/operators/further/index.js';
import type { Vocabulary } from '../extend/define-vocabulary.js';
import { FURTHER_KINDS } from '../kinds/further/index.js';
import { normalizeInput } from '../kinds/intake.js';
import { Answers } from '../model/answers.js';
import type { LiveNode } from '../model/live-node.js';
import { indexPlan, type PlanIndex } from '../model/plan-index.js';
import type { JsonObject, JsonValue, Plan, Pointer } from '../plan/plan.js';
import { errorAt, judgeValue } from './judge-value.js';
import { sortByPage } from './page-order.js';

/** What the check may be told. */
export interface SubmissionOptions {
  /** Today in Asia/Ho_Chi_Minh as yyyy-mm-dd. */
  today: string;
  limits?: Partial<DataLimits>;
  /** As the plan was compiled with. */
  vocabulary?: Vocabulary;
  /**
   * Does a catalogue hold the value? Asked for fields with a catalogue, and for addresses with the catalogue
   * `administrative-units` and an object `{province, commune}`. A pointer below the field names the part that is unknown.
   */
  knows?: (catalog: string, value: JsonValue) => boolean | { unknown: string };
  /** Values that the state already held and the form locked, by pointer: such a field must be sent unchanged. */
  locked?: Readonly<Record<Pointer, JsonValue>>;
}

/** What should have been sent, and everything that is wrong with what was. */
export interface SubmissionReport {
  /** Pruned, normalised to NFC, computed values made anew (they need not be sent). To be stored only when there is no issue of severity error. */
  data: JsonObject;
  issues: readonly Issue[];
  /** Places whose pattern the engine leaves to a judge with a time limit; what could be judged there is among the issues. */
  deferred: readonly Pointer[];
}

/**
 * Checks answers as the gateway must: size first, then what applies, then every schema.
 * No error among the issues means that `data` is what was sent, but for NFC and computed values that were left out.
 */
export function checkSubmission(plan: Plan, sent: JsonObject, options: SubmissionOptions): SubmissionReport {
  const broken = findBrokenLimit(sent, { ...SUBMISSION_LIMITS, ...options.limits });
  if (broken !== undefined) return { data: {}, issues: [broken], deferred: [] };
  const index = indexPlan(plan, FURTHER_KINDS, FURTHER_OPERATORS, options.vocabulary);
  const given = normalizeInput(sent) as JsonObject;
  const answers = new Answers(index, options.today, given, { join: false });
  const data = cloneJson(answers.applying);
  const { issues, deferred } = index.validator(data);
  const judged = [...issues, ...judgeLeaves(index, answers, options)];
  const strange = compareAnswers(index, answers, given, data);
  const whole = [...judged, ...compareTwins(answers), ...compareLocked(answers, data, options.locked ?? {})];
  return {
    data,
    issues: sortByPage(answers, withoutRepeats([...strange, ...whole, ...findUnsafeIntegers(given)])),
    deferred,
  };
}

function judgeLeaves(index: PlanIndex, answers: Answers, options: SubmissionOptions): Issue[] {
  const issues: Issue[] = [];
  for (const leaf of answers.fields()) {
    const value = answers.value(leaf);
    const own = judgeValue(leaf, answers, index);
    if (value === undefined) {
      // That it is missing is said by the check of the whole.
      issues.push(...own.filter(({ code }) => code !== 'keyword.required'));
      continue;
    }
    issues.push(...own);
    if (own.every(({ severity }) => severity !== 'error'))
      issues.push(...judgeKind(leaf, value), ...judgeCatalog(leaf, value, options));
  }
  return issues;
}

/** A value that no control of the kind could have given was not given by one. */
function judgeKind(leaf: LiveNode, value: JsonValue): Issue[] {
  const kind = leaf.fieldKind;
  if (kind === undefined || leaf.isComputed) return [];
  const parsed = kind.parse(kind.format(value, { locale: 'vi' }), leaf.planned);
  if ('fault' in parsed) return [errorAt(leaf, parsed.fault.code, parsed.fault.params)];
  return isEqual(parsed.value, value) ? [] : [errorAt(leaf, 'submission.not-canonical')];
}

function judgeCatalog(leaf: LiveNode, value: JsonValue, { knows }: SubmissionOptions): Issue[] {
  const catalog = leaf.planned.kind === 'address' ? 'administrative-units' : leaf.planned.options?.catalog;
  if (knows === undefined || catalog === undefined) return [];
  if (leaf.planned.kind === 'address' && !(isObject(value) && value['province'] !== undefined)) return [];
  const answer = knows(catalog, value);
  if (answer === true) return [];
  const pointer = answer === false ? leaf.pointer : join(leaf.pointer, answer.unknown);
  return [{ ...errorAt(leaf, 'catalog.unknown-value', { catalog }), pointer }];
}

/** Walks what was sent beside what should have been. */
function compareAnswers(index: PlanIndex, answers: Answers, given: JsonObject, data: JsonObject): Issue[] {
  const issues: Issue[] = [];
  let raw: readonly Issue[] | undefined;
  const schemaIssuesAt = (pointer: Pointer): readonly Issue[] => {
    raw ??= index.validator(given).issues;
    return raw.filter((issue) => issue.pointer === pointer && issue.code !== 'keyword.false');
  };
  const refuse = (pointer: Pointer, code: string, params: Issue['params'] = {}): void => {
    issues.push({ code, severity: 'error', source: 'schema', pointer, params });
  };

  const compare = (sent: JsonObject | JsonValue[], expected: JsonObject, at: Pointer): void => {
    for (const name of Object.keys(sent)) {
      const pointer = join(at, name);
      const node = answers.find(pointer);
      const value = (sent as JsonObject)[name] as JsonValue;
      const wanted = ownValue(expected, name);
      if (isEqual(value, wanted)) continue;
      if (node === undefined) refuseStranger(pointer);
      else if (!answers.applies(node)) refuse(pointer, 'submission.not-applicable');
      else if (node.isField) compareLeaf(node, value, wanted);
      else if (isList(node) !== Array.isArray(value) || typeof value !== 'object' || value === null)
        refuseStranger(pointer);
      else if (wanted === undefined && Object.keys(value).length === 0) refuse(pointer, 'submission.empty');
      else compare(value, typeof wanted === 'object' ? (wanted as JsonObject) : {}, pointer);
    }
  };

  const refuseStranger = (pointer: Pointer): void => {
    const known = schemaIssuesAt(pointer);
    if (known.length > 0) issues.push(...known);
    else refuse(pointer, 'submission.undeclared');
  };

  const compareLeaf = (node: LiveNode, value: JsonValue, wanted: JsonValue | undefined): void => {
    if (node.isComputed) return refuse(node.pointer, 'submission.computed');
    for (const { pointer, tokens, hiddenWhen } of node.shape.parts ?? []) {
      if (hiddenWhen.some((id) => answers.isHolding(node, id)) && readTokens(value, tokens) !== undefined)
        refuse(pointer, 'submission.not-applicable');
    }
    return wanted === undefined ? refuse(node.pointer, 'submission.not-applicable') : undefined;
  };

  compare(given, data, '');
  return issues;
}

function isList({ shape }: LiveNode): boolean {
  return shape.container === 'list' || shape.container === 'tuple';
}

function compareTwins(answers: Answers): Issue[] {
  const met = new Set<LiveNode>();
  return answers.fields().flatMap((leaf) => {
    met.add(leaf);
    const twin = answers.twinOf(leaf);
    if (twin === undefined || met.has(twin) || isEqual(answers.value(leaf), answers.value(twin))) return [];
    return [errorAt(twin, 'submission.mirror', { other: leaf.pointer })];
  });
}

/** What is locked, or read-only and not computed, is sent as it was given or not at all. */
function compareLocked(answers: Answers, data: JsonObject, locked: Readonly<Record<Pointer, JsonValue>>): Issue[] {
  const held: JsonObject = {};
  for (const [pointer, value] of Object.entries(locked)) setOwn(held, pointer, value);
  return answers.fields().flatMap((leaf) => {
    const known = ownValue(held, leaf.pointer);
    if (leaf.isComputed || (known === undefined && leaf.planned.readOnly !== true)) return [];
    const value = readTokens(data, tokensOf(leaf.pointer));
    return value === undefined || isEqual(value, known) ? [] : [errorAt(leaf, 'submission.read-only')];
  });
}

function withoutRepeats(issues: readonly Issue[]): Issue[] {
  const met = new Set<string>();
  return issues.filter(({ code, pointer }) => {
    const key = `${code} ${pointer}`;
    return !met.has(key) && met.add(key) !== undefined;
  });
}
