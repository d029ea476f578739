import { isObject, ownValue, writeOut } from '../data/json.js';
import type { JsonObject, JsonValue } from '../plan/plan.js';
import { collapseSpaces } from './intake.js';
import { EMPTY, type FieldKind, fault } from './kind.js';
import { parseText } from './text.js';

/** Parts that stand for a place in Viet Nam, and the one that stands for a place abroad. */
const AT_HOME = ['province', 'commune', 'unitsVersion', 'detail'];
const ABROAD = ['foreign'];
const PARTS = ['country', ...AT_HOME, ...ABROAD];

/** A place: province and commune of the dated catalogue, or free text abroad. Parts of the other case stay in the input and leave the value. */
export const address: FieldKind = {
  name: 'address',
  autocomplete: 'street-address',
  matches: (_schema, definition) => definition === 'address',
  initial: undefined,
  parse(input) {
    if (input === null) return EMPTY;
    if (!isObject(input)) return fault('kind.address-expected');
    const parts: JsonObject = {};
    for (const name of PARTS) {
      const parsed = parseText(ownValue(input, name) ?? null, collapseSpaces);
      if ('fault' in parsed)
        return { fault: { code: parsed.fault.code, params: { ...parsed.fault.params, part: name } } };
      if (parsed.value !== undefined) parts[name] = parsed.value;
    }
    if (isUnconfirmed(input, parts)) return fault('kind.commune-not-confirmed', { part: 'commune' });
    if (isUnchosenCommune(input, parts)) return fault('kind.commune-not-chosen', { part: 'commune' });
    if (isUnchosenCountry(input, parts)) return fault('kind.choice-expected', { part: 'country' });
    const applying = keepApplying(input, parts);
    return isBlank(applying) ? EMPTY : { value: applying };
  },
  format: (value) => value,
  isEmpty: (value) => value === undefined || (isObject(value) && isBlank(value)),
  summarize(value, context) {
    if (!isObject(value)) return '';
    const written = [value['detail'], value['foreign']].filter((part) => typeof part === 'string');
    const places = ['commune', 'province', ...(value['country'] === 'VN' ? [] : ['country'])];
    const named = places.flatMap((name) => nameOf(value[name], context.label));
    return [...written, ...named].join(', ');
  },
};

/** A name was typed and no entry chosen: the text stays in the input, and is no answer yet. */
function isUnchosenCommune(input: JsonObject, { commune }: JsonObject): boolean {
  return !isAbroad(input) && commune === undefined && isFilled(ownValue(input, 'communeTyped'));
}

/** A unit of before was chosen; which commune of today is meant, only the citizen says. */
function isUnconfirmed(input: JsonObject, { commune }: JsonObject): boolean {
  return !isAbroad(input) && commune === undefined && isFilled(ownValue(input, 'former'));
}

function isUnchosenCountry(input: JsonObject, { country }: JsonObject): boolean {
  return isAbroad(input) && country === undefined && isFilled(ownValue(input, 'countryTyped'));
}

/** A country that is given and empty is one abroad, not chosen yet; without any, the parts that are given tell. */
function isAbroad(input: JsonObject): boolean {
  const country = ownValue(input, 'country');
  if (country !== undefined) return country !== 'VN';
  return isFilled(ownValue(input, 'foreign')) && !AT_HOME.some((name) => isFilled(ownValue(input, name)));
}

function isFilled(typed: JsonValue | undefined): boolean {
  return typeof typed === 'string' && typed.trim() !== '';
}

function nameOf(code: JsonValue | undefined, label: ((value: JsonValue) => string | undefined) | undefined): string[] {
  return code === undefined ? [] : [label?.(code) ?? writeOut(code)];
}

/** The country alone is what the control proposes, and the version what it adds: neither is an answer. */
function isBlank(parts: JsonObject): boolean {
  return !Object.keys(parts).some(
    (name) => name !== 'unitsVersion' && !(name === 'country' && parts['country'] === 'VN'),
  );
}

function keepApplying(input: JsonObject, parts: JsonObject): JsonObject {
  const leaving = isAbroad(input) ? AT_HOME : ABROAD;
  return Object.fromEntries(Object.entries(parts).filter(([name]) => !leaving.includes(name)));
}
