#!/usr/bin/env node
/** `motcua check <procedure folder>…`: says what is wrong with a procedure, where, and what to do; then judges its examples. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import {
  checkProcedure,
  checkSubmission,
  compileProcedure,
  type Diagnostic,
  type FormDocument,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
  type Plan,
  type ProcedureSource,
} from '@motcua/form-engine';
import { createCatalogKnowledge, readAdministrativeUnits, readCatalogs, UNITS_CATALOG } from '@motcua/gateway';
import type { ProcedureRecord } from '@motcua/schemas';
import { findLine } from './find-line.js';
import { advisePatterns } from './pattern-advice/advise-patterns.js';

/** The catalogue into which rules look while a procedure is compiled. */
const CALENDAR = 'working-calendar';

const usage =
  'Usage: motcua check <procedure folder>…   a folder with procedure.json, data.schema.json and form.json, below a schemas folder';

process.exitCode = await main(process.argv.slice(2));

/** Exit code: 0 all well, 1 something is wrong with a procedure, 2 the command was. */
async function main([command, ...folders]: readonly string[]): Promise<number> {
  if (command !== 'check' || folders.length === 0) {
    console.error(usage);
    return 2;
  }
  const missing = folders.find((folder) => !existsSync(join(folder, 'procedure.json')));
  if (missing !== undefined) {
    console.error(`There is no procedure.json in ${missing}. ${usage}`);
    return 2;
  }
  let errors = 0;
  for (const folder of folders) errors += await checkFolder(resolve(folder));
  return errors === 0 ? 0 : 1;
}

async function checkFolder(folder: string): Promise<number> {
  const source = readSource(folder);
  const diagnostics = [...checkProcedure(source), ...(await advisePatterns(folder))];
  for (const diagnostic of diagnostics) console.log(describe(folder, diagnostic));
  let errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors === 0) errors += await checkExamples(folder, source);
  console.log(`${source.record.slug}: ${errors} errors, ${diagnostics.length} diagnostics`);
  return errors;
}

/** `file:line#pointer: severity code: message advice`; without a line where the place is missing from the file. */
function describe(folder: string, { file, pointer, severity, code, message, advice }: Diagnostic): string {
  const path = join(folder, file);
  const line = existsSync(path) ? findLine(readFileSync(path, 'utf8'), pointer) : undefined;
  const place = `${relative(process.cwd(), path)}${line === undefined ? '' : `:${line}`}${pointer === '' ? '' : `#${pointer}`}`;
  return `${place}: ${severity} ${code}: ${message} ${advice}`;
}

interface Example {
  today: string;
  data: JsonObject;
  issues?: readonly { pointer: string; code: string }[];
}

/** A valid example is accepted; an invalid one has exactly the issues that it names. */
async function checkExamples(folder: string, source: ProcedureSource): Promise<number> {
  const plan = compileProcedure(source);
  const knows = await catalogKnowledge(folder, plan);
  const examples = join(folder, 'examples');
  const names = existsSync(examples) ? readdirSync(examples).filter((name) => name.endsWith('.json')) : [];
  let errors = 0;
  for (const name of names.sort()) {
    const example = readJson(join(examples, name)) as Example;
    const found = checkSubmission(plan, example.data, { today: example.today, knows }).issues.filter(
      ({ severity }) => severity === 'error',
    );
    const expected = (example.issues ?? []).map(({ pointer, code }) => `${code} at ${pointer}`).sort();
    const actual = found.map(({ pointer, code }) => `${code} at ${pointer}`).sort();
    if (JSON.stringify(expected) === JSON.stringify(actual)) continue;
    errors += 1;
    console.log(
      `${relative(process.cwd(), join(examples, name))}: error example.verdict: expected ${list(expected)}, found ${list(actual)}.`,
    );
  }
  return errors;
}

/** Codes of catalogues are judged like at the gateway. */
async function catalogKnowledge(folder: string, plan: Plan): Promise<ReturnType<typeof createCatalogKnowledge>> {
  const catalogs = await readCatalogs(resolve(folder, '../../../catalogs'));
  const findCatalog = (name: string, version: string) =>
    catalogs.find((one) => one.name === name && one.version === version);
  const units = findCatalog(UNITS_CATALOG, plan.catalogs[UNITS_CATALOG] ?? '')?.text ?? emptyUnits;
  return createCatalogKnowledge(plan, { findCatalog }, readAdministrativeUnits(units));
}

const emptyUnits = JSON.stringify({ version: '', provinces: [], communeTypes: [], communes: [] });

function list(items: readonly string[]): string {
  return items.length === 0 ? 'no issue' : items.join(', ');
}

function readSource(folder: string): ProcedureSource {
  const schemas = resolve(folder, '../../..');
  const record = readJson(join(folder, 'procedure.json')) as ProcedureRecord;
  const catalogVersions = Object.fromEntries(
    (record.catalogs ?? []).map((name) => [name, newestVersion(join(schemas, 'catalogs'), name)]),
  );
  const calendar = catalogVersions[CALENDAR];
  return {
    record,
    data: readJson(join(folder, 'data.schema.json')) as JsonSchema,
    form: readJson(join(folder, 'form.json')) as FormDocument,
    definitions: readDefinitions(join(schemas, 'definitions')),
    catalogVersions,
    catalogs:
      calendar === undefined
        ? {}
        : { [CALENDAR]: readJson(join(schemas, 'catalogs', `${CALENDAR}.${calendar}.json`)) as JsonValue },
  };
}

function readDefinitions(folder: string): Record<string, JsonSchema> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
  return Object.fromEntries(
    files.map((name) => [name.replace('.schema.json', ''), readJson(join(folder, name)) as JsonSchema]),
  );
}

function newestVersion(folder: string, name: string): string {
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.json'));
  const newest = files.sort().at(-1);
  if (newest === undefined) throw new Error(`catalog.version-missing: there is no catalogue ${name} in ${folder}.`);
  return newest.slice(name.length + 1, -'.json'.length);
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : 'not readable'}`, { cause: error });
  }
}
