/**
 * Measures in one run what users feel: bytes to load, the cost of a key press, and the evaluator beside its peers, kind and hostile.
 * Ratios are printed beside figures, since machines differ; `--check` holds budgets.json, `--write` writes docs/reference/performance.md.
 */
import { readFileSync } from 'node:fs';
import { createGates } from './src/figures/gates.mjs';
import { prepareRealms } from './src/realm/prepare-realms.mjs';
import { readArguments } from './src/read-arguments.mjs';
import { describeRun } from './src/report/describe-run.mjs';
import { writePage } from './src/report/write-page.mjs';
import { measureEngineBytes } from './src/sections/engine-bytes.mjs';
import { measureEvaluator } from './src/sections/evaluator.mjs';
import { measureHostilePatterns } from './src/sections/hostile-patterns.mjs';
import { measureHostileSchemas } from './src/sections/hostile-schemas.mjs';
import { measureKeyPress } from './src/sections/key-press.mjs';
import { measureModel } from './src/sections/model.mjs';
import { measureSearch } from './src/sections/search.mjs';
import { measureScriptTagBytes } from './src/sections/script-tag-bytes.mjs';

const asked = readArguments(process.argv.slice(2));
const budgets = JSON.parse(readFileSync('bench/budgets.json', 'utf8'));
const gates = createGates();
const start = performance.now();
const realms = await prepareRealms(asked);
const context = { ...asked, ...realms, budgets, gates };
const results = {};

for (const section of asked.sections) results[section] = await measure(section);
await realms.close();
finish();

async function measure(section) {
  switch (section) {
    case 'bytes':
      return { files: measureScriptTagBytes(context), engines: await measureEngineBytes(context) };
    case 'keys':
      return measureKeyPress(context);
    case 'search':
      return measureSearch(context);
    case 'model':
      return measureModel(context);
    case 'evaluator':
      return measureEvaluator(context);
    case 'schemas':
      return measureHostileSchemas(context);
    case 'patterns':
      return measureHostilePatterns(context);
  }
}

function finish() {
  const missed = gates.missed();
  for (const { what, value, limit, unit } of missed)
    console.log(`\nOver budget: ${what}: ${value} is over ${limit} ${unit}`);
  const run = describeRun(context, performance.now() - start);
  console.log(`\n${gates.rows.length - missed.length} budgets kept, ${missed.length} exceeded, in ${run.seconds} s`);
  if (asked.write) writePage({ run, results, gates: gates.rows });
  if (asked.check && missed.length > 0) process.exit(1);
}
