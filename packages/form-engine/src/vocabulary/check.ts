/**
 * What a compiled schema is made of: closures that look at one value, and what they share while they run.
 */
import type { Issue } from '@motcua/schemas';
import type { JsonObject, JsonSchema, JsonValue, Pointer } from '../plan/plan.js';
import { join } from '../data/pointer.js';
import type { SchemaErrorCode } from '../errors.js';

/** The way from the value under test up to the root; built only while issues are collected. */
export interface Path {
  /** Set on the root alone: the pointer at which the check began. */
  base?: Pointer;
  parent?: Path;
  token?: string | number;
}

/** One pass over data. Without a list of issues it only asks for the verdict and stops at the first fault. */
export interface Run {
  issues: Issue[] | undefined;
  depth: number;
}

/** What the keywords beside and below have looked at, for `unevaluated*`. */
export interface Seen {
  names: Set<string>;
  items: Set<number>;
}

/** One keyword or one schema, compiled: is the value right? */
export type Check = (value: JsonValue, path: Path | undefined, run: Run, seen: Seen | undefined) => boolean;

/** One keyword of JSON Schema. Undefined from `compile`: nothing to check here. */
export interface Keyword {
  name: string;
  compile(expected: JsonValue, site: SchemaSite): Check | undefined;
}

/** Where a keyword stands while its schema is compiled, and what it may ask of the compiler. */
export interface SchemaSite {
  /** The schema object that holds the keyword. */
  schema: JsonObject;
  /** Place of that object in its document. */
  pointer: Pointer;
  /** Compiles a schema below this one, at the given tokens. */
  child(schema: JsonValue, ...tokens: readonly (string | number)[]): Check;
  /** Compiles the target of a reference. */
  reference(ref: string): Check;
  /** The predicate of a format, or undefined when it only annotates. */
  format(name: string): ((text: string) => boolean) | undefined;
  /** The target of a reference as it is written. */
  look(schema: JsonSchema): JsonSchema;
  /** Ends the compilation: the keyword's value is not what it must be. */
  malformed(keyword: string, expected: string): never;
  /** Ends the compilation with a typed error. */
  fail(code: SchemaErrorCode, message: string, cure: string): never;
}

/** The place of a value below another. */
export function below(path: Path | undefined, token: string | number): Path | undefined {
  return path === undefined ? undefined : { parent: path, token };
}

/** The pointer of a path. */
export function pointerOf(path: Path | undefined): Pointer {
  if (path === undefined) return '';
  if (path.parent === undefined) return path.base ?? '';
  return join(pointerOf(path.parent), path.token ?? '');
}

/** Notes a fault; always false, so that a check can return it. */
export function report(run: Run, path: Path | undefined, code: string, params: Issue['params'] = {}): false {
  run.issues?.push({ code, severity: 'error', source: 'schema', pointer: pointerOf(path), params });
  return false;
}

/** Runs a check for its verdict alone, leaving no issues. */
export function holds(check: Check, value: JsonValue, run: Run, seen: Seen | undefined): boolean {
  const issues = run.issues;
  run.issues = undefined;
  const verdict = check(value, undefined, run, seen);
  run.issues = issues;
  return verdict;
}

/** As `holds`, and adds to `seen` what the check looked at, if the value was right. */
export function holdsAndSees(check: Check, value: JsonValue, run: Run, seen: Seen | undefined): boolean {
  if (seen === undefined) return holds(check, value, run, undefined);
  const own: Seen = { names: new Set(), items: new Set() };
  if (!holds(check, value, run, own)) return false;
  merge(own, seen);
  return true;
}

/** Adds what one check saw to what another saw. */
export function merge(from: Seen, into: Seen): void {
  for (const name of from.names) into.names.add(name);
  for (const item of from.items) into.items.add(item);
}
