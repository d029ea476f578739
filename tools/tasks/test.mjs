/** Runs the suites one after another and ends with one line: `N passed, N failed`. */
import { readFileSync } from 'node:fs';
import build from './build.mjs';
import { suites } from '../test/suites.mjs';

const core = ['lint', 'types', 'unit', 'storage', 'browser', 'stories', 'e2e'];

/** @param {string[]} args names of suites, `--all`, or nothing for the core. */
export default async function test(args) {
  const names = chosen(args);
  await build();
  const results = [];
  for (const name of names) results.push(await runSuite(name));
  finish(results, names);
}

function chosen(args) {
  if (args.includes('--all')) return [...core, ...Object.keys(suites).filter((name) => !core.includes(name))];
  const asked = args.filter((arg) => !arg.startsWith('--'));
  const unknown = asked.find((name) => !(name in suites));
  if (unknown) {
    console.error(`There is no suite "${unknown}": choose from ${Object.keys(suites).join(', ')}.`);
    process.exit(1);
  }
  return asked.length > 0 ? asked : core;
}

/** A suite that throws or reports nothing counts as one failure. */
async function runSuite(name) {
  console.log(`\n── ${name} ──`);
  const start = performance.now();
  let result;
  try {
    result = await suites[name]();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    result = { passed: 0, failed: 1 };
  }
  if (result.passed === 0 && result.failed === 0) {
    console.error(`The suite "${name}" ran no test.`);
    result = { passed: 0, failed: 1 };
  }
  const seconds = Math.round((performance.now() - start) / 1000);
  console.log(`${name}: ${result.passed} passed, ${result.failed} failed (${seconds} s)`);
  return result;
}

function finish(results, names) {
  const passed = sum(results, 'passed');
  let failed = sum(results, 'failed');
  const floor = JSON.parse(readFileSync('tools/test/floor.json', 'utf8')).passed;
  if (core.every((name) => names.includes(name)) && passed < floor) {
    console.error(`Only ${passed} tests passed; the repository expects at least ${floor} (tools/test/floor.json).`);
    failed += 1;
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

function sum(results, key) {
  return results.reduce((total, result) => total + result[key], 0);
}
