/**
 * What must hold for every judged case: the verdict of the judges, and everything that the evaluator promises about its own answer.
 */
import { isObject, readTokens } from '../../data/json.js';
import { escapeToken, parentOf, tokensOf } from '../../data/pointer.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../plan/plan.js';
import type { CompleteValidator } from '../../create-validator.js';
import type { ScopedValidator, Validator, ValidatorOptions, Verdict } from '../create-validator.js';
import { defers, DRAFT_07, type Document } from './document.js';
import type { JudgedCase, JudgedValue } from './judge-case.js';
import { faultOfInspection } from './fault-of-inspection.js';
import { faultOfRefusal } from './fault-of-refusal.js';
import { DEFERRED_PATTERNS } from './pools.js';

/** The evaluator under test, complete with both drafts and what it tells of each place. */
export type CreateValidator = (schema: JsonSchema, options?: ValidatorOptions) => CompleteValidator;

/** One document of so many is also spoilt, which takes several compilations. */
const SPOILT_ONE_OF = 3;

/** What is wrong with the evaluator in this case, in one sentence; undefined when nothing is. */
export function findFault(createValidator: CreateValidator, { document, values }: JudgedCase): string | undefined {
  const { schema, companions } = freeze(document);
  const tell = (value?: JudgedValue): string => JSON.stringify({ schema, companions, ...value });
  try {
    if (defers(document)) {
      const wrong = faultOfDeferring(createValidator, document, values);
      return wrong === undefined ? undefined : `${wrong}: ${tell()}`;
    }
    const validate = createValidator(schema, { schemas: companions });
    const turned = createValidator(turn(schema) as JsonSchema, { schemas: companions });
    const places = openPlaces(createValidator, validate, document);
    for (const judged of values) {
      const wrong =
        faultOfVerdict(validate, judged) ??
        faultOfOrder(turned, judged) ??
        faultOfPlaces(places, validate, judged) ??
        faultOfInspection(validate, document, judged);
      if (wrong !== undefined) return `${wrong}: ${tell(judged)}`;
    }
    const wrong = tell().length % SPOILT_ONE_OF === 0 ? faultOfRefusal(createValidator, document) : undefined;
    if (wrong !== undefined) return `${wrong}: ${tell()}`;
  } catch (error) {
    return `breaks down with ${String(error)}: ${tell()}`;
  }
  return undefined;
}

/** With a pattern that is not run the answer may stay open, but where it is given it is that of the judges, who run it. */
function faultOfDeferring(
  createValidator: CreateValidator,
  { schema, companions }: Document,
  values: readonly JudgedValue[],
): string | undefined {
  const options: ValidatorOptions & { patterns: 'defer' } = { schemas: companions, patterns: 'defer' };
  const validate = createValidator(schema, options) as Validator<boolean | undefined>;
  const once = dependsOnce(schema);
  const settled =
    once === undefined ? [] : [EVERYTHING, NOTHING].map((pattern) => createValidator(once(pattern), options));
  for (const { value, valid } of values) {
    const verdict = validate(value);
    const about = `of ${JSON.stringify(value)}`;
    if (verdict.valid === undefined ? verdict.deferred.length === 0 : verdict.valid !== valid)
      return `says ${verdict.valid} with ${verdict.deferred.length} places deferred where the judges say ${valid} ${about}`;
    if (verdict.valid === true && verdict.deferred.length > 0) return `defers places ${about}, which it accepts`;
    if ((verdict.valid === false) !== verdict.issues.length > 0)
      return `says ${verdict.valid} with ${verdict.issues.length} issues ${about}`;
    const [whenFound, whenNot] = settled.map((settle) => settle(value).valid);
    if (verdict.valid === undefined && verdict.deferred.length === 1 && settled.length > 0 && whenFound === whenNot)
      return `leaves open what does not hang on the pattern ${about}`;
  }
  return undefined;
}

const EVERYTHING = '';
const NOTHING = '[^\\s\\S]';

/** Keywords that look at a truth more than once, so that it may stay open though either outcome gives the same verdict. */
const LOOKS_AGAIN = ['$ref', '$dynamicRef', 'additionalProperties'];

/** Keywords that ask again what others have asked that look at the same value by another schema, or forbid what they find. */
const SEES = /"unevaluated/u;
const ASKED_BEFORE = /"(?:allOf|anyOf|oneOf|not|if|dependentSchemas|maxContains)"/u;

/** No count satisfies both: the items that count too many for the one are too few for the other. */
const COUNTS_TWICE = /"maxContains":0|"maxContains".*"minContains":[23]|"minContains":[23].*"maxContains"/u;

/** Where one deferred pattern stands at one place of the schema: how to put another in its place. */
function dependsOnce(schema: JsonSchema): ((pattern: string) => JsonSchema) | undefined {
  const text = JSON.stringify(schema);
  if (LOOKS_AGAIN.some((keyword) => text.includes(JSON.stringify(keyword))) || COUNTS_TWICE.test(text))
    return undefined;
  if (SEES.test(text) && ASKED_BEFORE.test(text)) return undefined;
  const uses = Object.keys(DEFERRED_PATTERNS).flatMap((pattern) => {
    const written = JSON.stringify(pattern);
    return Array.from({ length: text.split(written).length - 1 }, () => written);
  });
  const [only] = uses;
  if (only === undefined || uses.length > 1) return undefined;
  // Under a name that matches, a value that is wrong is as wrong as one that nothing has looked at.
  if (SEES.test(text) && text.includes(`${only}:`) && !text.includes(`${only}:true`)) return undefined;
  return (pattern) => JSON.parse(text.replace(only, () => JSON.stringify(pattern))) as JsonSchema;
}

function faultOfVerdict(validate: Validator, { value, valid, faults }: JudgedValue): string | undefined {
  const before = JSON.stringify(value);
  const verdict = validate(freeze(value));
  if (verdict.valid !== valid) return `says ${verdict.valid} where the judges say ${valid}`;
  if (verdict.valid !== (verdict.issues.length === 0))
    return `says ${verdict.valid} with ${verdict.issues.length} issues`;
  if (verdict.count !== verdict.issues.length)
    return `counts ${verdict.count} issues and gives ${verdict.issues.length}`;
  if (verdict.deferred.length > 0) return 'defers patterns that it can run';
  if (JSON.stringify(value) !== before) return 'changes the value';
  if (JSON.stringify(validate(value)) !== JSON.stringify(verdict)) return 'gives another answer at the second time';
  return faultOfIssues(verdict, value) ?? faultOfList(verdict, faults);
}

/** Every issue stands at a value that is there, or right below one where something is missing; none comes twice. */
function faultOfIssues({ issues }: Verdict, value: JsonValue): string | undefined {
  for (const { code, pointer, params } of issues) {
    const there = readTokens(value, tokensOf(pointer)) !== undefined;
    const misses = code === 'keyword.required' || code.startsWith('keyword.depend');
    const below = readTokens(value, tokensOf(parentOf(pointer) ?? ''));
    if (misses ? there || !isObject(below) : !there) return `reports ${code} at ${JSON.stringify(pointer)}`;
    if (Object.values(params).some(isLarge)) return `repeats a value in the params of ${code}`;
    if (!/^(?:keyword|format)\.[$a-z][A-Za-z-]*$/u.test(code)) return `reports a code ${JSON.stringify(code)}`;
  }
  const given = issues.map(({ code, pointer }) => `${code} ${pointer}`);
  return new Set(given).size === given.length ? undefined : `repeats an issue: ${given.join(', ')}`;
}

/** Params are scalars and lists of names: no answer and no schema is repeated in them. */
function isLarge(param: unknown): boolean {
  return (
    typeof param === 'object' &&
    param !== null &&
    !(Array.isArray(param) && param.every((item) => typeof item === 'string'))
  );
}

function faultOfList({ issues }: Verdict, expected: readonly string[] | undefined): string | undefined {
  if (expected === undefined) return undefined;
  const given = issues.map(({ code, pointer }) => `${code} ${pointer}`).sort();
  return given.join('\n') === expected.join('\n')
    ? undefined
    : `reports [${given.join(', ')}] where ajv reports [${expected.join(', ')}]`;
}

function faultOfOrder(turned: Validator, { value, valid }: JudgedValue): string | undefined {
  return turned(turn(value)).valid === valid
    ? undefined
    : `says ${!valid} once all properties stand in the opposite order`;
}

/** A property schema of the root, checked by its place and, apart from that, through a reference from outside. */
interface Place {
  name: string;
  scope: ScopedValidator;
  outside: Validator;
  /** Does the root report what is wrong below this property? */
  reported: boolean;
}

const ROOT = 'https://example.org/schemas/root';

function openPlaces(
  createValidator: CreateValidator,
  validate: Validator,
  { draft, schema, companions }: Document,
): Place[] {
  const properties = isObject(schema) ? schema['properties'] : undefined;
  if (!isObject(schema) || !isObject(properties)) return [];
  const dialect: JsonObject = draft === 'draft-07' ? { $schema: DRAFT_07 } : {};
  return Object.keys(properties).map((name) => {
    const pointer = `/properties/${escapeToken(name)}`;
    const $ref = `${ROOT}#${pointer.split('/').map(encodeURIComponent).join('/')}`;
    return {
      name,
      scope: validate.at(pointer),
      outside: createValidator({ ...dialect, $ref }, { schemas: { ...companions, [ROOT]: schema } }),
      reported: !(draft === 'draft-07' && '$ref' in schema),
    };
  });
}

function faultOfPlaces(places: readonly Place[], validate: Validator, { value }: JudgedValue): string | undefined {
  if (!isObject(value)) return undefined;
  for (const { name, scope, outside, reported } of places) {
    if (!Object.hasOwn(value, name)) continue;
    const part = value[name] as JsonValue;
    const pointer = `/${escapeToken(name)}`;
    const issues = scope.issues(part, pointer);
    const { valid } = outside(part);
    if (scope.test(part) !== valid) return `says ${!valid} at ${pointer} and ${valid} through a reference`;
    if (valid !== (issues.length === 0)) return `says ${valid} at ${pointer} with ${issues.length} issues`;
    if (issues.some((issue) => issue.pointer !== pointer && !issue.pointer.startsWith(`${pointer}/`)))
      return `reports outside of ${pointer}`;
    if (!valid && reported && !validate(value).issues.some((issue) => issue.pointer.startsWith(pointer)))
      return `says nothing about ${pointer} in the whole`;
  }
  return undefined;
}

/** The same value with the properties of every object in the opposite order. */
function turn(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(turn);
  if (!isObject(value)) return value;
  const turned = Object.create(Object.prototype) as JsonObject;
  for (const name of Object.keys(value).reverse())
    Object.defineProperty(turned, name, {
      value: turn(value[name] as JsonValue),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  return turned;
}

/** Frozen in depth, so that whoever writes to it breaks down. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) freeze(member);
  return Object.freeze(value);
}
