/** Our own schemas as the evaluator has to take them: each compiled, each pattern in them run in the page. */
import { readdirSync, readFileSync } from 'node:fs';

const ROOMS = /^(api|definitions|meta|procedures)\/.*\.schema\.json$/;
const BASE = 'https://schemas.example/';

/** @returns {Map<string, object>} path below `schemas/` → schema */
export function readOurSchemas() {
  const paths = readdirSync('schemas', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => ROOMS.test(path))
    .sort();
  return new Map(paths.map((path) => [path, JSON.parse(readFileSync(`schemas/${path}`, 'utf8'))]));
}

/** Compiles every document with all others beside it. @returns {{ path, code, pointer }[]} those that are refused */
export function refusedSchemas({ createValidator, SchemaError }, documents) {
  const schemas = Object.fromEntries([...documents].map(([path, schema]) => [`${BASE}${path}`, schema]));
  return [...documents.keys()].flatMap((path) => {
    try {
      createValidator({ $ref: `${BASE}${path}` }, { schemas });
      return [];
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
      return [{ path, code: error.code, pointer: error.pointer }];
    }
  });
}

/** @returns {Set<string>} every pattern in the documents, names of `patternProperties` included */
export function patternsOf(documents) {
  const found = new Set();
  const visit = (value) => {
    if (typeof value !== 'object' || value === null) return;
    if (typeof value.pattern === 'string') found.add(value.pattern);
    for (const source of Object.keys(value.patternProperties ?? {})) found.add(source);
    Object.values(value).forEach(visit);
  };
  [...documents.values()].forEach(visit);
  return found;
}

/** @returns {{ source, kind }[]} those of the patterns that the matcher does not run */
export function refusedPatterns({ createMatcher, PatternFault }, patterns) {
  return [...patterns].flatMap((source) => {
    try {
      createMatcher(source);
      return [];
    } catch (error) {
      if (!(error instanceof PatternFault)) throw error;
      return [{ source, kind: error.kind }];
    }
  });
}
