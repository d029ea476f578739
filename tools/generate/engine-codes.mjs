/** Writes docs/reference/issues.md: every code that a form raises, with the words a citizen reads. `--check` fails when it drifts. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ISSUE_CODES } from '../../packages/form-engine/dist/index.js';
import { en } from '../../packages/form-engine/dist/text/messages/en.js';
import { vi } from '../../packages/form-engine/dist/text/messages/vi.js';

const file = 'docs/reference/issues.md';

/** The page as the sources have it now. */
export function issuesPage() {
  const rows = [...ISSUE_CODES].sort().map((code) => `| \`${code}\` | ${cell(vi[code])} | ${cell(en[code])} |`);
  return `# Issues of a form

What the form engine finds wrong with answers, by code. The words are the defaults; a procedure's locale file gives its own under
\`fields.<pointer>.errors.<code>\`. \`{label}\` is the field's label, other names in braces are the issue's params.

| code | Vietnamese | English |
|---|---|---|
${rows.join('\n')}

\`keyword.*\` and \`format.*\` come from the data schema, \`kind.*\` from what was typed, \`rule.*\` from a rule of the form document,
\`submission.*\` and \`data.*\` from the gateway's check of what arrived, \`catalog.*\` from a code list.
`;
}

function cell(text) {
  return (text ?? '').replaceAll('|', '\\|');
}

if (process.argv[1]?.endsWith('engine-codes.mjs')) {
  const page = issuesPage();
  const fresh = existsSync(file) && readFileSync(file, 'utf8') === page;
  if (process.argv.includes('--check') && !fresh) {
    console.error(`${file} is stale. Run "npm run generate" and commit the result.`);
    process.exit(1);
  }
  if (!fresh) writeFileSync(file, page);
}
