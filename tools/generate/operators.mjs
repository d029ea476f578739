/** Writes docs/reference/operators.md: every operator of rules with examples out of its JSON cases. `--check` fails when it drifts. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import {
  ALL_OPERATORS,
  FURTHER_OPERATORS,
} from '../../packages/form-engine/dist/expression/operators/further/index.js';

const cases = 'schemas/conformance/expressions';
const page = 'docs/reference/operators.md';

/** What the interpreter itself reads by. */
const OWN = ['value', 'var'];

const GROUPS = [
  ['Reading', ['value', 'var', 'missing', 'missing_some', 'lookup', 'lookup-band', 'today']],
  ['Deciding', ['if', '?:', 'and', 'or', '!', '!!', '==', '!=', '===', '!==', '<', '<=', '>', '>=', 'in']],
  ['Lists', ['map', 'filter', 'reduce', 'all', 'some', 'none', 'merge', 'length']],
  ['Numbers and money', ['+', '-', '*', '/', '%', 'min', 'max', 'round', 'money-in-words']],
  [
    'Dates and working days',
    [
      'date-add',
      'date-part',
      'age',
      'days-between',
      'months-between',
      'years-between',
      'working-day',
      'working-day-add',
      'working-days-between',
      'date-in-words',
    ],
  ],
  ['Texts', ['cat', 'substr', 'folded-equal', 'folded-contains', 'folded-starts']],
  ['Identity numbers', ['citizen-number-birth-year', 'citizen-number-sex']],
];

/** @returns {string} the page */
export function operatorsPage() {
  const files = readdirSync(cases)
    .sort()
    .map((name) => JSON.parse(readFileSync(`${cases}/${name}`, 'utf8')));
  const further = new Set(FURTHER_OPERATORS.map(({ name }) => name));
  const placed = GROUPS.flatMap(([, names]) => names);
  const lost = [...ALL_OPERATORS.keys(), ...OWN].filter((name) => !placed.includes(name));
  if (lost.length > 0) throw new Error(`No group of tools/generate/operators.mjs has ${lost.join(', ')}.`);
  return `# Operators of rules

Rules are JsonLogic. Answers are read by \`{"value": "/json/pointer"}\`; \`var\` reads items inside list operators. An operand without an
answer leaves the rule off: the outcome is *nothing*, which is neither true nor false, and no operation compares it as zero. Operators marked + are
loaded when a plan names one. Each table shows some of the JSON cases in [\`schemas/conformance/expressions\`](../../schemas/conformance/expressions),
by which another implementation can prove itself; this page is written from them.

${GROUPS.map(([title, names]) => `## ${title}\n\n${names.map((name) => section(name, files, further)).join('\n')}`).join('\n')}`;
}

function section(name, files, further) {
  const own = files.find(({ operator }) => operator === name);
  const file = own ?? files.find((one) => one.cases.some(({ expression }) => uses(expression, name)));
  if (file === undefined) throw new Error(`No case of ${cases} uses ${name}.`);
  const all = file.cases.filter(({ expression }) => uses(expression, name));
  const shown = [...all.filter(({ absent }) => !absent).slice(0, 3), ...all.filter(({ absent }) => absent).slice(0, 1)];
  const rows = shown.map((one) => `| ${cell(one.name)} | ${code(one.expression)} | ${given(one)} | ${result(one)} |`);
  const tables = file.tables === undefined ? '' : `With the tables ${code(file.tables)}.\n\n`;
  return `### \`${name}\`${further.has(name) ? ' +' : ''}

${own === undefined ? '' : `${file.description}\n\n`}${tables}| | expression | answers | gives |
|---|---|---|---|
${rows.join('\n')}
`;
}

function uses(expression, name) {
  return JSON.stringify(expression ?? null).includes(`{${JSON.stringify(name)}:`);
}

function given({ data, item }) {
  if (item !== undefined) return `the option ${code(item)}`;
  return data === undefined || JSON.stringify(data) === '{}' ? '' : code(data);
}

function result({ absent, result: value }) {
  return absent ? '*nothing*' : code(value);
}

/** Marks that stand by themselves are written out: the page is in one form of Unicode. */
function code(value) {
  const marked = (mark) => `\\u${mark.codePointAt(0).toString(16).padStart(4, '0')}`;
  return `\`${cell(JSON.stringify(value).replace(/\p{M}/gu, marked))}\``;
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

if (process.argv[1]?.endsWith('operators.mjs')) {
  const text = operatorsPage();
  const isFresh = existsSync(page) && readFileSync(page, 'utf8') === text;
  if (process.argv.includes('--check') && !isFresh) {
    console.error(`${page} is stale: run "npm run generate".`);
    process.exitCode = 1;
  } else writeFileSync(page, text);
}
