/** A copy of the compiled form engine to be mutated, with the judged cases beside it; it stands where its packages resolve and goes in the end. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleEvaluator, importText } from './bundle-evaluator.mjs';
import { applyMutant, findMutants, watchFunctions } from './find-mutants.mjs';
import { findOwnFault, readOwnCases } from './own-cases.mjs';

const PACKAGE = resolve('packages/form-engine');
const KEYWORDS = 'vocabulary/keywords';

/** Files outside of the folder of keywords that define some. */
const FURTHER_FILES = ['draft-07'];

/**
 * @param {{ runs: number, seed: number }} extent how many documents, from which seed
 * @returns the copy: `files` with their mutants and the cases that reach each, `setting` for the examination, the extent of the cases, `remove`
 * @throws {Error} when the evaluator as it is fails a judged case: then no mutant says anything
 */
export async function copyEvaluator(extent) {
  const folder = mkdtempSync(join(PACKAGE, 'node_modules/.mutation-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const dist = join(folder, 'dist');
    cpSync(join(PACKAGE, 'dist'), dist, { recursive: true });
    const compareModule = pathToFileURL(join(dist, 'vocabulary/differential/compare.js')).href;
    const casesFile = join(folder, 'cases.json');
    const sources = keywordFiles().map((name) => readSource(dist, name));
    const cases = {
      judged: await judgeCases(dist, extent),
      own: readOwnCases(resolve('schemas/conformance/validation')),
    };
    const reach = await watchReach(dist, sources, cases, (await import(compareModule)).findFault);
    writeFileSync(casesFile, JSON.stringify(cases));
    return {
      files: sources.map((source) => openFile(dist, source, reach)),
      setting: { compareModule, casesFile },
      documents: cases.judged.length,
      values: cases.judged.reduce((total, { values }) => total + values.length, 0),
      own: reach.all.own.length,
      ownFaults: reach.ownFaults,
      remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function judgeCases(dist, { runs, seed }) {
  const load = (name) => import(pathToFileURL(join(dist, 'vocabulary/differential', `${name}.js`)).href);
  const { sampleCases } = await load('cases');
  const { judgeCase } = await load('judge-case');
  const judged = [];
  for (const one of sampleCases(runs, seed)) judged.push(await judgeCase(one));
  return judged;
}

function keywordFiles() {
  const names = readdirSync(join(PACKAGE, 'src', KEYWORDS)).filter(
    (name) => name.endsWith('.ts') && !/\.(test|d)\.ts$/.test(name),
  );
  return [...names.map((name) => `${KEYWORDS}/${name.slice(0, -3)}`), ...FURTHER_FILES].sort();
}

function readSource(dist, name) {
  const path = join(dist, `${name}.js`);
  return { name, path, text: readFileSync(path, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n') };
}

/** Which cases reach which function: a change inside a function can only be noticed by those. */
async function watchReach(dist, sources, { judged, own }, findFault) {
  const watched = new Map(sources.map(({ name, path, text }) => [path, watchFunctions(text, name)]));
  const byFunction = new Map();
  const all = { judged: [], own: [] };
  const ownFaults = [];
  let entered = new Set();
  globalThis.enterFunction = (place) => entered.add(place);
  const { createValidator } = await importText(await bundleEvaluator(dist, watched));
  const atLoad = entered;
  const watch = (kind, at, find) => {
    entered = new Set();
    const fault = find();
    if (fault !== undefined && kind === 'judged') throw new Error(`The evaluator ${fault}`);
    if (fault !== undefined) return ownFaults.push(fault);
    all[kind].push(at);
    for (const place of entered) {
      if (!byFunction.has(place)) byFunction.set(place, { judged: [], own: [] });
      byFunction.get(place)[kind].push(at);
    }
  };
  judged.forEach((one, at) => watch('judged', at, () => findFault(createValidator, one)));
  own.forEach((group, at) => watch('own', at, () => findOwnFault(createValidator, group)));
  delete globalThis.enterFunction;
  for (const place of atLoad) byFunction.set(place, all);
  return { byFunction, all, ownFaults };
}

const NONE = { judged: [], own: [] };

function openFile(dist, { name, path, text }, { byFunction, all }) {
  const lines = text.split('\n');
  const mutants = findMutants(text).map((mutant) => {
    const reached = mutant.within === undefined ? all : (byFunction.get(`${name}:${mutant.within}`) ?? NONE);
    return {
      rule: mutant.rule,
      line: mutant.line,
      source: lines[mutant.line - 1].trim(),
      from: mutant.from.replace(/\s+/g, ' '),
      to: mutant.to.replace(/\s+/g, ' '),
      judgedCases: reached.judged,
      ownCases: reached.own,
      code: () => bundleEvaluator(dist, new Map([[path, applyMutant(text, mutant)]])),
    };
  });
  return { name, mutants };
}
