/** Writes docs/reference/performance.md from what one whole run measured. */
import { writeFileSync } from 'node:fs';
import { hashSources } from '../../../tools/reports/hash-sources.mjs';
import { REPORTS } from '../../../tools/reports/reports.mjs';
import { ENGINES } from '../engines/index.mjs';
import { formatBytes, formatTime } from '../figures/format.mjs';
import { LENGTH } from '../hostile/texts.mjs';
import { MODEL_FIGURES, MODELS } from '../sections/model.mjs';
import { POLICIES } from '../realm/page-server.mjs';
import { writeEngineTable, writeFileTable } from './bytes-tables.mjs';
import { spreadOf, writeEvaluatorTables } from './evaluator-tables.mjs';

const PAGE = 'docs/reference/performance.md';

/** @param {{run: object, results: object, gates: object[]}} measured */
export function writePage({ run, results, gates }) {
  const { sources, command } = REPORTS.find(({ page }) => page === PAGE);
  const lines = [
    '# Performance',
    '',
    `Written by \`${command}\`; the budgets are held by \`npm run bench -- --check\`.`,
    '',
    `Sources: ${hashSources(sources)}`,
    '',
    ...writeMethod(run, results),
    ...writeGates(gates),
    '## The evaluator beside its peers',
    '',
    ...Object.values(ENGINES).map(({ title, use }) => `- **${title}**: ${use}`),
    '',
    ...writeEngineTable(results.bytes, results.evaluator['mixed-81']),
    ...writeEvaluatorTables(results.evaluator),
    ...writeHostile(results),
    ...writeModel(results.model),
    '## The widgets',
    '',
    ...writeKeys(results.keys),
    ...writeFileTable(results.bytes),
  ];
  writeFileSync(PAGE, `${lines.join('\n').trimEnd()}\n`);
}

function writeMethod(run, { evaluator }) {
  return [
    '## Method',
    '',
    `Measured on ${run.date}: ${run.processor}, ${run.cores} cores, ${run.memory} GiB, ${run.system}; Node ${run.node}, Chromium ${run.chromium} headless; load average at the end ${run.load}; ${run.seconds} s in all.`,
    '',
    `- Each reading has a place of its own: in Node a fresh process, in Chromium a fresh page with a fine clock. ${run.rounds} rounds; in each all engines take their turn, in an order that moves on by one from round to round. Medians of the rounds are shown.`,
    '- **First use**: the library is loaded, nothing of it has run; the time from the schema as parsed JSON to the first verdict on the right value, most of it the time that V8 takes to compile the code of the library. **Second form**: the same where the library has compiled and checked another, small form once before; this is what a form being "ready" is held by, and the very first use has a budget of its own. **Again, warm**: the same once more in the same place, warmed up. **Right** and **wrong value**: checks in a second, warmed up; of the wrong value all errors are collected.',
    '- A ratio is the time beside ours: above 1 × it takes longer than ours, below 1 × it is faster.',
    `- Noise: between the fastest and the slowest round lay ${spreadOf(evaluator, 'node')} of the median in Node, ${spreadOf(evaluator, 'page')} in Chromium (the middle of all cells). Differences smaller than that say nothing.`,
    '- Before anything is timed, every engine has to take the right value and refuse the wrong one. An engine that throws, overflows the stack or needs more than 10 s for a step "fails". One that needs more than 1 s is read once.',
    `- Pages have the policy \`${POLICIES.strict}\`. An engine that cannot run under it is measured under \`${POLICIES.open}\` and marked so. Violations are counted by a listener in the page that is there before the engine.`,
    '- Bytes: what a page imports to compile and check with formats, bundled by esbuild, minified, gzip level 9. Modules of Node are left empty.',
    '',
  ];
}

function writeGates(gates) {
  const figure = (value, unit) =>
    unit === 'ms' ? formatTime(value) : `${Number(value.toFixed(2)).toLocaleString('en')} ${unit}`;
  const rows = gates.map(({ what, value, limit, unit, holds }) => {
    const measured = value === Infinity ? 'not answered rightly' : figure(value, unit);
    return `| ${what} | ${measured} | ${figure(limit, unit)} | ${holds ? 'kept' : '**exceeded**'} |`;
  });
  return [
    '## Budgets',
    '',
    'Limits in time are held by the best round, since other programs can only add to it; what is warm by the median.',
    '',
    '| | measured | budget | |',
    '|---|--:|--:|---|',
    ...rows,
    '',
  ];
}

function writeHostile({ schemas, patterns }) {
  const schemaRows = schemas.map(
    ({ name, code, ms }) => `| ${name} | ${code} | ${ms === Infinity ? '–' : formatTime(ms)} |`,
  );
  const judged = { node: 'Node', page: 'Chromium' };
  const patternRows = Object.entries(judged).map(([place, where]) => {
    const answers = patterns[place];
    const worst = answers.reduce((slower, answer) => (answer.slowest > slower.slowest ? answer : slower));
    const checks = answers.reduce((sum, answer) => sum + answer.checks, 0);
    const refused = answers.filter((answer) => answer.refused !== undefined).length;
    return `| ${where} | ${checks.toLocaleString('en')} | ${refused} | ${formatTime(worst.slowest)} | \`${worst.pattern.replaceAll('|', '\\|')}\` |`;
  });
  return [
    '## Hostile schemas',
    '',
    'Ours in Node, compiled for the first time in a fresh process, and checked where it was taken; best of three.',
    '',
    '| | answer | time |',
    '|---|---|--:|',
    ...schemaRows,
    '',
    '## Hostile patterns',
    '',
    `${patterns.node.length} patterns, each over texts of ${LENGTH.toLocaleString('en')} characters that repeat what it wants and then break it, every text checked once; best of three. A check of ours that would take more than 200,000 steps ends with \`data.limit-steps\` instead of a verdict.`,
    '',
    '| | checks | refused | slowest check | by |',
    '|---|--:|--:|--:|---|',
    ...patternRows,
    '',
  ];
}

function writeModel(model) {
  const shown = Object.entries(MODEL_FIGURES);
  const tables = Object.entries({ node: 'Node', page: 'Chromium' }).flatMap(([place, where]) => [
    `| ${where} | ${Object.values(MODELS).join(' | ')} |`,
    `|---|${'--:|'.repeat(Object.keys(MODELS).length)}`,
    ...shown.map(([figure, what]) => {
      const cells = Object.keys(MODELS).map((name) => {
        const value = model[place][name]?.[figure];
        if (value === undefined) return '–';
        return figure.startsWith('heap') ? formatBytes(value) : formatTime(value);
      });
      return `| ${what} | ${cells.join(' | ')} |`;
    }),
    '',
  ]);
  return [
    '## The form model beside its peers',
    '',
    'Text fields with a least and a most length, all of them registered; rows of five texts. The best of three realms of ours, one of a peer; of rows the median of up to 20 runs. A dash: the model has no such thing, or took longer than 20 s. React Hook Form judges a key later, so that its key is cheaper than its settled issues; Final Form and React Hook Form take a list as one value, written anew.',
    '',
    ...tables,
  ];
}

function writeKeys(keys) {
  const rows = keys.map(
    ({ fields, ms }) => `| ${fields.toLocaleString('en')} | ${formatTime(ms)} | ${(ms / keys[0].ms).toFixed(2)} × |`,
  );
  return [
    'A key press in the middle of a form (parse, write, dependents, judge, notify), in Node:',
    '',
    '| fields | time | beside 20 fields |',
    '|--:|--:|--:|',
    ...rows,
    '',
    'Files for a script tag:',
    '',
  ];
}
