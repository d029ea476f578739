/**
 * What `inspect` tells of each place, held against the verdicts of the same evaluator, which the judges have confirmed.
 */
import { canonicalJson } from '../../data/canonical-json.js';
import { isObject, readTokens } from '../../data/json.js';
import { escapeToken, tokensOf } from '../../data/pointer.js';
import type { CompleteValidator } from '../../create-validator.js';
import type { JsonObject, JsonValue } from '../../plan/plan.js';
import type { Document } from './document.js';
import type { JudgedValue } from './judge-case.js';

/** What is wrong with the inspection of a value, in a few words. */
export function faultOfInspection(
  validate: CompleteValidator,
  document: Document,
  { value, valid, faults }: JudgedValue,
): string | undefined {
  const places = validate.inspect(value);
  const told = [...places.values()].flatMap(({ issues }) => issues.map(({ code, pointer }) => `${code} ${pointer}`));
  const issues = validate(value).issues.map(({ code, pointer }) => `${code} ${pointer}`);
  if (told.sort().join('\n') !== issues.sort().join('\n'))
    return `inspects [${told.join(', ')}] where it reports [${issues.join(', ')}]`;
  if (!isObject(document.schema) || JSON.stringify(document.schema).includes('"$ref"')) return undefined;
  if (!valid) return faultOfEvident(validate, document.schema, value, places);
  if (repeats(document.schema['anyOf'])) return undefined;
  const root =
    places.get('')?.branches.filter((branch) => /^\/(?:(?:oneOf|anyOf)\/\d+|then|else)$/u.test(branch)) ?? [];
  const meant = meantBranches(validate, document.schema, value);
  if (root.sort().join() !== meant.sort().join()) return `means [${root.join(', ')}] where [${meant.join(', ')}] hold`;
  for (const branch of meant) {
    const part = readTokens(document.schema, tokensOf(branch));
    const names = isObject(part) && isObject(value) && Array.isArray(part['required']) ? part['required'] : [];
    const free = names.find((name) => places.get(`/${escapeToken(String(name))}`)?.required !== true);
    if (free !== undefined) return `calls ${String(free)} free, which ${branch} requires`;
  }
  return faults === undefined || !isObject(value) ? undefined : faultOfNeeds(validate, document.schema, value, places);
}

/** When no branch holds and this is not said itself, one of them is meant and its faults are reported. */
function faultOfEvident(
  validate: CompleteValidator,
  schema: JsonObject,
  value: JsonValue,
  places: ReturnType<CompleteValidator['inspect']>,
): string | undefined {
  const issues = validate(value).issues.map(({ code, pointer }) => `${code} ${pointer}`);
  for (const keyword of ['oneOf', 'anyOf']) {
    const given = Array.isArray(schema[keyword]) ? schema[keyword] : [];
    if (given.includes(false)) continue;
    const branches = given.map((_, index) => `/${keyword}/${index}`);
    if (branches.length === 0 || issues.includes(`keyword.${keyword} `)) continue;
    if (branches.some((branch) => validate.at(branch).test(value))) continue;
    const reported = branches.filter((branch) =>
      validate
        .at(branch)
        .issues(value, '')
        .every(({ code, pointer }) => issues.includes(`${code} ${pointer}`)),
    );
    const meant = places.get('')?.branches.filter((branch) => branches.includes(branch)) ?? [];
    if (meant.length !== 1 || !reported.includes(meant[0] ?? ''))
      return `means [${meant.join(', ')}] and reports [${reported.join(', ')}]`;
  }
  return undefined;
}

/** The branches of the root that hold: of `if` the one that its test picks. */
function meantBranches(validate: CompleteValidator, schema: JsonObject, value: JsonValue): string[] {
  const choices = ['oneOf', 'anyOf'].flatMap((keyword) =>
    (Array.isArray(schema[keyword]) ? schema[keyword] : []).flatMap((_, index) =>
      validate.at(`/${keyword}/${index}`).test(value) ? [`/${keyword}/${index}`] : [],
    ),
  );
  if (schema['if'] === undefined) return choices;
  const picked = validate.at('/if').test(value) ? 'then' : 'else';
  return schema[picked] === undefined ? choices : [...choices, `/${picked}`];
}

/** Of equal constants only one is meant. */
function repeats(branches: JsonValue | undefined): boolean {
  const texts = (Array.isArray(branches) ? branches : []).map((branch) =>
    canonicalJson(isObject(branch) ? (branch['const'] ?? branch) : branch),
  );
  return new Set(texts).size < texts.length;
}

/** Keywords by which another part of the schema may exclude a property. */
const NARROWS = ['patternProperties', 'allOf', 'dependentSchemas'];

/** In a right value and without branches, a property is required when taking it out is a fault, and does not apply when it is `false`. */
function faultOfNeeds(
  validate: CompleteValidator,
  schema: JsonObject,
  value: JsonObject,
  places: ReturnType<CompleteValidator['inspect']>,
): string | undefined {
  // A property may be required because of itself.
  const depends = JSON.stringify(schema).includes('"dependent');
  for (const name of Object.keys(value)) {
    const pointer = `/${escapeToken(name)}`;
    const rest = Object.fromEntries(Object.entries(value).filter(([other]) => other !== name));
    const missed = validate(rest).issues.some(
      (issue) => issue.pointer === pointer && /\.(?:required|dependentRequired)$/u.test(issue.code),
    );
    if (places.get(pointer)?.required !== missed && (missed || !depends))
      return `calls ${pointer} ${missed ? 'free' : 'required'}`;
  }
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  for (const name of Object.keys(properties)) {
    const place = places.get(`/${escapeToken(name)}`);
    if (place === undefined) return `does not tell of ${name}`;
    if (properties[name] === false && place.applies) return `lets ${name} apply`;
    if (properties[name] === true && !NARROWS.some((keyword) => keyword in schema) && !place.applies)
      return `does not let ${name} apply`;
  }
  return undefined;
}
