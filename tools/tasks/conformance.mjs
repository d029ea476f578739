/** Runs the public JSON Schema Test Suite against the built evaluator and writes docs/reference/conformance.md. */
import { resolve } from 'node:path';
import { bin, mustRun } from '../build/command.mjs';
import { measureSuite } from '../conformance/measure-suite.mjs';
import { refusalOfFolder } from '../conformance/read-suite.mjs';
import { brokenPromisesOfFile, brokenPromisesOfPart } from '../conformance/thresholds.mjs';
import { PAGE, writePage } from '../conformance/write-page.mjs';

/** @param {string[]} args the folder of the suite; without it, the one that `JSON_SCHEMA_TEST_SUITE` names */
export default async function conformance([folder = process.env.JSON_SCHEMA_TEST_SUITE]) {
  const refusal = refusalOfFolder(folder);
  if (refusal !== undefined) fail([refusal]);
  await mustRun('Compiling', bin('tsc'), ['-b', 'packages/form-engine']);
  const measured = await measureSuite(resolve(folder));
  const broken = brokenPromises(measured);
  if (broken.length > 0) fail(broken);
  await writePage(measured);
  for (const { part, right, wrong, refused } of measured.parts)
    console.log(`${part}: ${right} right, ${wrong} wrong, ${refused} refused`);
  console.log(`${PAGE} is written`);
}

function brokenPromises({ parts, files, ours, bytes }) {
  return [
    ...parts.flatMap(brokenPromisesOfPart),
    ...files.flatMap(brokenPromisesOfFile),
    ...ours.refusedSchemas.map(({ path, code, pointer }) => `schemas/${path}: ${code} at ${pointer}`),
    ...ours.refusedPatterns.map(({ source, kind }) => `a pattern of ours is ${kind}: ${source}`),
    ...(ours.refusedReal.length > 0.05 * ours.real
      ? [`${ours.refusedReal.length} of ${ours.real} real patterns do not run`]
      : []),
    ...bytes
      .filter((entry) => entry.bytes > entry.budget)
      .map((entry) => `${entry.name}: ${entry.bytes} bytes of ${entry.budget}`),
  ];
}

function fail(lines) {
  for (const line of lines) console.error(line);
  process.exit(1);
}
