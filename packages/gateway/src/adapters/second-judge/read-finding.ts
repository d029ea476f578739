/**
 * Puts an error of ajv into the codes, places and params of the engine, so that a citizen reads the same text whoever found it.
 */
import type { ErrorObject } from 'ajv';
import type { SchemaFinding } from '../../ports/second-judge.js';

type Params = SchemaFinding['params'];

/** @param error made with ajv's `verbose`, so that it holds the value */
export function readFinding({ keyword, instancePath, params, data }: ErrorObject): SchemaFinding {
  const given = params as Readonly<Record<string, unknown>>;
  const named = given['missingProperty'] ?? given['additionalProperty'] ?? given['unevaluatedProperty'];
  const tail = typeof named === 'string' ? `/${named.replace(/~/g, '~0').replace(/\//g, '~1')}` : '';
  return { code: codeOf(keyword, given), pointer: `${instancePath}${tail}`, params: paramsOf(keyword, given, data) };
}

function codeOf(keyword: string, given: Readonly<Record<string, unknown>>): string {
  if (keyword === 'format') return `format.${String(given['format'])}`;
  // A place where the schema is `false`, of which ajv speaks by a name of its own.
  if (keyword === 'false schema') return 'submission.not-applicable';
  return `keyword.${keyword}`;
}

function paramsOf(keyword: string, given: Readonly<Record<string, unknown>>, data: unknown): Params {
  if (keyword === 'multipleOf') return { divisor: Number(given['multipleOf']) };
  // ajv counts items from 0 and names the later one first.
  if (keyword === 'uniqueItems') return { first: Number(given['j']) + 1, second: Number(given['i']) + 1 };
  if (keyword === 'pattern') return { pattern: String(given['pattern']) };
  const limit = given['limit'];
  if (typeof limit !== 'number') return {};
  const actual = measure(keyword, data);
  return actual === undefined ? { limit } : { limit, actual, difference: Math.abs(actual - limit) };
}

/** Characters are code points, as JSON Schema counts them. */
function measure(keyword: string, data: unknown): number | undefined {
  if (keyword.endsWith('Length') && typeof data === 'string') return Array.from(data).length;
  if (keyword.endsWith('Items') && Array.isArray(data)) return data.length;
  if (keyword.endsWith('Properties') && typeof data === 'object' && data !== null) return Object.keys(data).length;
  return undefined;
}
