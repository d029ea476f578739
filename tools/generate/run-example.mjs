/** Runs the example of a code page by the real engine: what a reader sees there is what came out. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { advisePatterns } from '../../packages/cli/dist/pattern-advice/advise-patterns.js';
import {
  checkProcedure,
  checkSubmission,
  compileProcedure,
  createForm,
  createValidator,
} from '../../packages/form-engine/dist/index.js';
import { FURTHER_KINDS } from '../../packages/form-engine/dist/kinds/further/index.js';

const TODAY = '2026-11-23';

/**
 * @param example as it stands in tools/generate/codes/*.yaml
 * @returns {Promise<{code: string, pointer?: string, params?: object}[]>} everything that was said
 */
export async function runExample(example) {
  if (example.snippet !== undefined) return runSnippet(example.snippet);
  if (example.advised !== undefined) return advise(example.advised);
  if (example.procedure !== undefined) return runProcedure(example);
  return 'value' in example ? judge(example) : refuse(() => createValidator(example.schema, example.options));
}

function judge({ schema, value, options }) {
  return createValidator(schema, options)(value).issues.map(pick);
}

function refuse(act) {
  try {
    act();
    return [];
  } catch (error) {
    if (error.code === undefined) throw error;
    return [pick(error)];
  }
}

function runProcedure({ procedure, input, sent, ...context }) {
  const source = sourceOf(procedure);
  if (input !== undefined) return fill(compileProcedure(source, procedure.options), input);
  if (sent !== undefined) return check(compileProcedure(source, procedure.options), sent, context);
  return checkProcedure(source, procedure.options).map(pick);
}

/** A procedure of one section, unless the example has a form of its own. */
export function sourceOf({ data, fields = [], form, definitions = {}, catalogVersions = {} }) {
  return {
    record: { slug: 'sample/paper', version: '1.0.0' },
    data,
    form: form ?? { steps: [{ id: 'one', sections: [{ id: 'one', fields }] }] },
    definitions,
    catalogVersions,
  };
}

function fill(plan, input) {
  const form = createForm(plan, { today: TODAY, validateOn: 'change', kinds: FURTHER_KINDS });
  for (const [pointer, typed] of Object.entries(input)) form.field(pointer).setInput(typed);
  const issues = form.issues.get().map(pick);
  form.dispose();
  return issues;
}

function check(plan, sent, { catalogs = {}, locked, limits }) {
  const knows = (name, value) => !(name in catalogs) || catalogs[name].includes(value);
  return checkSubmission(plan, sent, {
    today: TODAY,
    knows,
    ...(locked ? { locked } : {}),
    ...(limits ? { limits } : {}),
  }).issues.map(pick);
}

/** What `motcua check` says of the patterns of a data schema. Its messages hold an attack that may differ each time. */
async function advise(schema) {
  const folder = mkdtempSync(join(tmpdir(), 'procedure-'));
  try {
    writeFileSync(join(folder, 'data.schema.json'), JSON.stringify(schema));
    return (await advisePatterns(folder)).map(({ code, pointer }) => ({ code, pointer }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A snippet ends in the error that its page is about. */
async function runSnippet(snippet) {
  try {
    await importText(snippet);
    return [];
  } catch (error) {
    if (error?.code === undefined || typeof error.cure !== 'string') throw error;
    return [pick(error)];
  }
}

/** Runs a module that imports our packages by name. */
export async function importText(text) {
  const folder = mkdtempSync(join(tmpdir(), 'snippet-'));
  const file = join(folder, 'snippet.mjs');
  try {
    writeFileSync(
      file,
      text.replace(/from '(@motcua\/[^']+)'/g, (_, name) => `from '${locate(name)}'`),
    );
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function locate(name) {
  const [scope, folder, ...rest] = name.split('/');
  const home = resolve('packages', folder);
  const { exports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const entry = exports[['.', ...rest].join('/')];
  if (entry === undefined) throw new Error(`${scope}/${folder} has no entry ${rest.join('/')}`);
  return pathToFileURL(join(home, entry.default)).href;
}

/** Issues are data and say nothing yet; errors and diagnostics have a message. */
function pick({ code, pointer, params, message }) {
  return { code, pointer, ...(params === undefined ? {} : { params }), ...(message === undefined ? {} : { message }) };
}
