import { isObject, ownValue, writeOut } from '../../data/json.js';
import type { JsonObject, JsonValue } from '../../plan/plan.js';
import { collapseSpaces } from '../intake.js';
import { EMPTY, type FieldKind, fault, type Parsed } from '../kind.js';
import { parseText } from '../text.js';

/** How somebody else agrees: in writing on the declaration, by VNeID, or on a paper of its own. */
const MEANS: Readonly<Record<string, Readonly<Record<'vi' | 'en', string>>>> = {
  declaration: { vi: 'Ghi ý kiến trên tờ khai', en: 'Written on the declaration' },
  vneid: { vi: 'Xác nhận qua VNeID', en: 'Confirmed by VNeID' },
  paper: { vi: 'Văn bản đồng ý riêng', en: 'Consent on a paper of its own' },
};
const PARTS = ['means', 'person', 'reference'];

/** That somebody else agrees: by what means, who, and where it can be looked up. The consent itself lies where it was given. */
export const consentReference: FieldKind = {
  name: 'consent-reference',
  matches: (_schema, definition) => definition === 'consent-reference',
  initial: undefined,
  parse(input) {
    if (input === null) return EMPTY;
    if (!isObject(input)) return fault('kind.choice-expected');
    const parts: JsonObject = {};
    for (const name of PARTS) {
      const parsed = parseText(ownValue(input, name) ?? null, collapseSpaces);
      if ('fault' in parsed) return named(parsed, name);
      if (parsed.value !== undefined) parts[name] = parsed.value;
    }
    if (Object.keys(parts).length === 0) return EMPTY;
    if (typeof parts['means'] !== 'string' || !Object.hasOwn(MEANS, parts['means']))
      return fault('kind.choice-expected', { part: 'means' });
    if (parts['means'] === 'vneid' && parts['reference'] === undefined)
      return fault('kind.consent-reference-missing', { part: 'reference' });
    return { value: parts };
  },
  format: (value) => value,
  isEmpty: (value) => value === undefined || (isObject(value) && !PARTS.some((name) => ownValue(value, name))),
  summarize(value, { locale, label }) {
    if (!isObject(value)) return '';
    const means = ownValue(value, 'means') ?? '';
    const said = label?.(means) ?? MEANS[writeOut(means)]?.[locale] ?? writeOut(means);
    return [ownValue(value, 'person'), said, ownValue(value, 'reference')]
      .filter((part): part is string => typeof part === 'string' && part !== '')
      .join(', ');
  },
};

function named(parsed: Parsed, part: string): Parsed {
  if (!('fault' in parsed)) return parsed;
  return {
    fault: {
      code: parsed.fault.code,
      params: { ...parsed.fault.params, part } satisfies JsonObject | Record<string, JsonValue>,
    },
  };
}
