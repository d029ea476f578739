/** Writes docs/reference/codes/: a page for each code of the engine, and their index. `--check` fails when one drifts. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { codePage } from './code-page.mjs';
import { listCodes } from './code-registry.mjs';
import { en, vi } from './code-words.mjs';
import { fillFigures } from './figures.mjs';
import { runExample } from './run-example.mjs';

const folder = 'docs/reference/codes';
const sources = 'tools/generate/codes';

/** @returns {Map<string, object>} code → its entry, over all files of tools/generate/codes */
export function readEntries() {
  const entries = new Map();
  for (const file of readdirSync(sources).sort()) {
    for (const [code, entry] of Object.entries(parse(readFileSync(`${sources}/${file}`, 'utf8')))) {
      if (entries.has(code)) throw new Error(`${file}: ${code} is described twice.`);
      entries.set(code, entry);
    }
  }
  return entries;
}

/** What is wrong with an entry as its example came out; empty when all is well. */
export function faultsOf(code, entry, found) {
  if (found === undefined) return entry.because ? [] : ['it has neither an example nor a reason for none'];
  const said = found.find((one) => one.code === code && one.pointer === entry.at);
  if (!said) return [`the example gives ${JSON.stringify(found)}, not ${code} at ${JSON.stringify(entry.at)}`];
  const documented = Object.keys(entry.params ?? {});
  const given = Object.keys(said.params ?? {});
  const missing = given.filter((name) => !documented.includes(name) && !documented.includes(`${name}?`));
  const invented = documented.filter((name) => !name.endsWith('?') && !given.includes(name));
  return [
    ...missing.map((name) => `the param ${name} is not described`),
    ...invented.map((name) => `there is no param ${name}`),
  ];
}

/** @returns {Promise<{pages: Map<string, string>, faults: string[]}>} pages by file name */
export async function generatePages() {
  const entries = readEntries();
  const codes = listCodes();
  const faults = [...entries.keys()].filter((code) => !codes.has(code)).map((code) => `${code} is in no registry`);
  const pages = new Map();
  for (const code of codes.keys()) {
    const entry = entries.get(code);
    if (!entry) {
      faults.push(`${code} is not described in ${sources}`);
      continue;
    }
    const found = entry.example === undefined ? undefined : await runExample(entry.example);
    faults.push(...faultsOf(code, entry, found).map((fault) => `${code}: ${fault}`));
    pages.set(`${code}.md`, codePage(code, entry, found));
  }
  pages.set('README.md', indexPage(codes, entries));
  return { pages, faults };
}

const FAMILIES = [
  [
    'Faults of a schema or procedure',
    'The author meets them: `createValidator` and `compileProcedure` throw a `SchemaError` with the code, the place and a cure; `motcua check` prints the same.',
    (kinds) => kinds.includes('SchemaError'),
  ],
  ['Advice', 'Findings of `checkProcedure` and `motcua check` that stop nothing.', (kinds) => kinds.includes('advice')],
  ['Findings of the command', 'What only `motcua check` finds.', (kinds) => kinds.includes('command')],
  [
    'Faults in the use of a form',
    'The developer meets them: a `FormError` with code, place and cure.',
    (kinds) => kinds.includes('FormError'),
  ],
  [
    'Issues',
    'What is wrong with answers: `{code, severity, source, pointer, params}`. The words are the defaults; a procedure’s locale file gives its own under `fields.<pointer>.errors.<code>`. `{label}` is the label of the field, other names in braces are params.',
    (kinds) => kinds.includes('issue'),
  ],
];

function indexPage(codes, entries) {
  const taken = new Set();
  const parts = FAMILIES.map(([title, lead, belongs]) => {
    const own = [...codes]
      .filter(([code, kinds]) => belongs(kinds) && !taken.has(code))
      .map(([code]) => code)
      .sort();
    own.forEach((code) => taken.add(code));
    return own.length === 0 ? '' : `## ${title}\n\n${lead}\n\n${table(own, entries)}\n`;
  });
  return `# Codes of the form engine

Every way of being wrong has a code, \`area.reason\`, and a page here with its cause and its cure: the code is the name of the page.
\`keyword.<name>\` is a failed keyword as JSON Schema spells it, \`format.<name>\` a format, \`kind.*\` speaks of what was typed,
\`rule.*\` and \`warning.*\` of rules in the form document, \`catalog.*\` of a code list, \`data.*\` of the size of what came, \`submission.*\` of the gateway’s check.
The [gateway](../errors-gateway.md) and the [client](../errors-client.md) have codes of their own.

${parts.filter(Boolean).join('\n')}`;
}

function table(codes, entries) {
  if (codes.some((code) => vi[code] === undefined))
    return [
      '| code | cause |',
      '|---|---|',
      ...codes.map((code) => `| [\`${code}\`](${code}.md) | ${cell(fillFigures(entries.get(code)?.cause ?? ''))} |`),
    ].join('\n');
  return [
    '| code | Vietnamese | English |',
    '|---|---|---|',
    ...codes.map((code) => `| [\`${code}\`](${code}.md) | ${cell(vi[code])} | ${cell(en[code])} |`),
  ].join('\n');
}

function cell(text = '') {
  return text.trim().replaceAll('\n', ' ').replaceAll('|', '\\|');
}

/** Files that differ from the pages, that lack, or that have no code any more. */
export function findStale(pages) {
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const changed = [...pages].filter(
    ([name, text]) => !present.includes(name) || readFileSync(`${folder}/${name}`, 'utf8') !== text,
  );
  return { changed, orphans: present.filter((name) => !pages.has(name)) };
}

async function main() {
  const { pages, faults } = await generatePages();
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  const { changed, orphans } = findStale(pages);
  if (process.argv.includes('--check')) {
    for (const name of [...changed.map(([name]) => name), ...orphans])
      console.error(`${folder}/${name} is stale. Run "npm run generate" and commit the result.`);
    process.exit(changed.length + orphans.length === 0 ? 0 : 1);
  }
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of changed) writeFileSync(`${folder}/${name}`, text);
  for (const name of orphans) rmSync(`${folder}/${name}`);
}

if (process.argv[1]?.endsWith('engine-codes.mjs')) await main();
