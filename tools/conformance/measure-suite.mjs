/** Everything that the conformance page states, measured once. */
import { readdirSync, readFileSync } from 'node:fs';
import { weighEngine } from '../build/engine-bytes.mjs';
import { hashSources } from '../reports/hash-sources.mjs';
import { loadEvaluator } from './load-evaluator.mjs';
import { patternsOf, readOurSchemas, refusedPatterns, refusedSchemas } from './read-our-schemas.mjs';
import { PARTS, readDocuments, readSuite } from './read-suite.mjs';
import { countVerdicts, runFile } from './run-suite.mjs';

const CASES = 'schemas/conformance/validation';

/** @param {string} folder of the public suite; the working directory is the root of the repository */
export async function measureSuite(folder) {
  const evaluator = await loadEvaluator();
  const documents = readDocuments(folder);
  const files = readSuite(folder).map((file) => {
    const outcomes = runFile({ ...evaluator, documents }, file);
    return { part: file.part, file: file.file, outcomes, ...countVerdicts(outcomes) };
  });
  return {
    suite: hashOfSuite(folder),
    files,
    parts: PARTS.map(({ part }) => ({ part, ...sumOf(files.filter((file) => file.part === part)) })),
    own: countOwnCases(),
    ours: measureOurSchemas(evaluator),
    bytes: await weighEngine(),
  };
}

/** Over the names and bytes of its tests alone, wherever the folder lies. */
function hashOfSuite(folder) {
  const here = process.cwd();
  process.chdir(folder);
  try {
    return hashSources(['tests']);
  } finally {
    process.chdir(here);
  }
}

function sumOf(files) {
  const sum = (verdict) => files.reduce((total, file) => total + file[verdict], 0);
  return { right: sum('right'), wrong: sum('wrong'), refused: sum('refused') };
}

/** By file of ours: values that are right, values that are wrong, schemas that must be refused. */
export function countOwnCases() {
  return readdirSync(CASES)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const { groups } = JSON.parse(readFileSync(`${CASES}/${name}`, 'utf8'));
      const tests = groups.flatMap((group) => group.tests ?? []);
      const valid = tests.filter((test) => test.valid).length;
      const refused = groups.filter((group) => group.refused !== undefined).length;
      return { name: name.replace(/\.json$/, ''), valid, invalid: tests.length - valid, refused };
    });
}

function measureOurSchemas(evaluator) {
  const schemas = readOurSchemas();
  const patterns = patternsOf(schemas);
  const real = JSON.parse(readFileSync('schemas/conformance/patterns/real-forms.json', 'utf8')).patterns;
  return {
    schemas: schemas.size,
    refusedSchemas: refusedSchemas(evaluator, schemas),
    patterns: patterns.size,
    refusedPatterns: refusedPatterns(evaluator, patterns),
    real: real.length,
    refusedReal: refusedPatterns(evaluator, real),
  };
}
