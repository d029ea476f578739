/** Writes docs/reference/conformance.md: what the evaluator gets right, what it refuses, and what it weighs. */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { hashSources } from '../reports/hash-sources.mjs';
import { SOURCES } from './sources.mjs';
import { readKnown } from './thresholds.mjs';

export const PAGE = 'docs/reference/conformance.md';

const TITLES = {
  'draft2020-12': 'Draft 2020-12, required',
  'draft2020-12/optional': 'Draft 2020-12, optional',
  'draft2020-12/optional/format': 'Draft 2020-12, formats',
  draft7: 'Draft-07, required',
  'draft7/optional': 'Draft-07, optional',
  'draft7/optional/format': 'Draft-07, formats',
};

/** @param measured what `measureSuite` gives */
export async function writePage(measured) {
  const text = `# Conformance of the evaluator

Written by \`npm run conformance -- <folder of the public JSON Schema Test Suite>\`. The suite is not part of this repository; \`npm test\` runs
it where the variable \`JSON_SCHEMA_TEST_SUITE\` names its folder, and the cases of our own always.

Sources: ${hashSources(SOURCES)}

The suite's tests: ${measured.suite}

A test is **right** when the verdict is the suite's, **wrong** when it is the other one, **refused** when the schema is not compiled: the
evaluator then throws a typed error with a code and a place and gives no verdict. Required tests run with \`formatAssertion: false\`, as the
suite asks; those of formats run with formats asserted.

${table(['Part', 'Right', 'Wrong', 'Refused', 'Tests'], [...measured.parts.map(partRow), totalRow(measured.parts)])}

## Refused, and why

${notRight('refused')}

## Wrong, and why

${notRight('wrong')}

${measured.parts.map(({ part }) => filesOf(part, measured.files)).join('\n\n')}

## Cases of our own

\`schemas/conformance/validation\`, one file a keyword: values that are valid, values whose issues are named one by one with code, pointer and
params, schemas that are refused with a code and a place. They run in Node with \`npm test\`, and in a page and a worker of Chromium with the same
results byte for byte.

${ownCases(measured.own)}

## Patterns

${patterns(measured.ours)}

## Bytes

What a page loads, minified by esbuild and packed by gzip -9.

${table(
  ['Entry', 'Bytes', 'Budget'],
  measured.bytes.map(({ name, bytes, budget }) => [name, number(bytes), number(budget)]),
)}
`;
  writeFileSync(PAGE, await format(text, { parser: 'markdown', printWidth: 120 }));
}

function partRow({ part, ...counts }) {
  return [TITLES[part], ...countCells(counts)];
}

function totalRow(parts) {
  const sum = (name) => parts.reduce((total, part) => total + part[name], 0);
  return ['**All**', ...countCells({ right: sum('right'), wrong: sum('wrong'), refused: sum('refused') })];
}

function countCells({ right, wrong, refused }) {
  return [right, wrong, refused, right + wrong + refused].map(number);
}

function notRight(verdict) {
  const groups = readKnown().filter((group) => group.verdict === verdict);
  if (groups.length === 0) return 'None.';
  return groups
    .map(({ part, file, reason, code, pointer, tests }) => {
      const place = code === undefined ? '' : ` (\`${code}\` at \`${pointer}\`)`;
      return `- **${TITLES[part]}, \`${file}\`**, ${tests.length === 1 ? '1 test' : `${tests.length} tests`}${place}: ${reason}\n${tests.map((about) => `  - ${escape(about)}`).join('\n')}`;
    })
    .join('\n');
}

function filesOf(part, files) {
  const rows = files
    .filter((file) => file.part === part)
    .map((file) => [`\`${file.file.replace(/\.json$/, '')}\``, ...countCells(file)]);
  return `## ${TITLES[part]}, by file\n\n${table([part.endsWith('format') ? 'Format' : 'File', 'Right', 'Wrong', 'Refused', 'Tests'], rows)}`;
}

function ownCases(own) {
  const sum = (name) => own.reduce((total, file) => total + file[name], 0);
  const rows = own.map(({ name, valid, invalid, refused }) => [
    `\`${name}\``,
    ...[valid, invalid, refused].map(number),
  ]);
  return table(
    ['File', 'Valid', 'Invalid', 'Refused'],
    [...rows, ['**All**', ...['valid', 'invalid', 'refused'].map((name) => number(sum(name)))]],
  );
}

function patterns({ schemas, refusedSchemas, patterns: count, refusedPatterns, real, refusedReal }) {
  const refused = [
    ...refusedSchemas.map(({ path, code, pointer }) => `- \`schemas/${path}\`: \`${code}\` at \`${pointer}\``),
    ...[...refusedPatterns, ...refusedReal].map(({ source, kind }) => `- \`${source}\`: ${kind}`),
  ];
  const rows = [
    [
      'Patterns of 110 real government forms (`schemas/conformance/patterns/real-forms.json`)',
      real - refusedReal.length,
      real,
    ],
    [
      'Patterns in the definitions, procedures, wire shapes and meta-schemas of `schemas/`',
      count - refusedPatterns.length,
      count,
    ],
    ['Those schemas themselves', schemas - refusedSchemas.length, schemas],
  ];
  return `${table(['', 'Run in the page', 'All'], rows)}\n\n${refused.length === 0 ? 'Nothing of them is refused or deferred.' : `Refused:\n\n${refused.join('\n')}`}`;
}

function table([first, ...others], rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line([first, ...others]), line(['---', ...others.map(() => '---:')]), ...rows.map(line)].join('\n');
}

function number(value) {
  return value.toLocaleString('en-US');
}

function escape(text) {
  return text.replace(/[\\`*_<>[\]|$]/g, '\\$&');
}
