/** Writes docs/reference/form-engine.md: every public export of the engine by entry. `--check` fails when it drifts. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { readDeclarations } from './read-declarations.mjs';

const home = 'packages/form-engine';
/** The page. */
export const API_PAGE = 'docs/reference/form-engine.md';

/** @returns {Promise<{page: string, undocumented: string[]}>} the page as the declarations are, and the exports that say nothing of themselves */
export async function generateApiPage() {
  const { entries, items, texts } = readDeclarations(home);
  const described = new Set();
  const parts = entries.map((entry) => writeEntry(entry, items, described));
  const hash = createHash('sha256').update(texts.join('\0')).digest('hex');
  const text = `# Form engine: public API

Every export of every entry of \`@motcua/form-engine\`, from its compiled declarations: what it is for, its signature, its errors.
Guides: [the package](../../packages/form-engine/README.md), [extend the engine](../extend-the-engine.md). Codes of errors and issues: [codes](codes/README.md).

Written by \`npm run generate\`; \`npm test\` fails when it is stale.

Sources: sha256-${hash}

${parts.join('\n')}`;
  const page = await format(text, { ...(await resolveConfig(API_PAGE)), parser: 'markdown' });
  const undocumented = [...items.values()].filter(({ summary }) => summary === '').map(({ name }) => name);
  return { page, undocumented };
}

function writeEntry({ name, lead, exports }, items, described) {
  const own = exports.filter((id) => items.has(id) && !described.has(id));
  const known = exports.filter((id) => described.has(id)).map((id) => items.get(id).name);
  own.forEach((id) => described.add(id));
  return [
    `## \`${name}\`\n`,
    lead === '' ? '' : `${escapeText(lead)}\n`,
    known.length === 0 ? '' : `Also here, described above: ${known.map((one) => `\`${one}\``).join(', ')}.\n`,
    ...own.map((id) => writeItem(items.get(id))),
  ].join('\n');
}

function writeItem({ name, sort, summary, errors, examples, signature }) {
  return [
    `### \`${name}\`\n`,
    `${sort === 'interface' || sort === 'type' ? 'Type' : sort === 'class' ? 'Class' : sort === 'function' ? 'Function' : 'Constant'}. ${escapeText(summary)}\n`,
    block(signature),
    errors.length === 0 ? '' : `**Errors.** ${errors.map(escapeText).join('\n')}\n`,
    ...examples.map((example) => `Example:\n\n${block(example)}`),
  ].join('\n');
}

function block(code) {
  return `\`\`\`\`ts\n${code}\n\`\`\`\`\n`;
}

/** TSDoc as Markdown: links become code, and what looks like HTML stays text. */
function escapeText(text) {
  return text
    .replace(/\{@link ([^}]+)\}/gu, '`$1`')
    .split(/(`[^`]*`)/u)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/</gu, '&lt;')))
    .join('');
}

async function main() {
  const { page } = await generateApiPage();
  const isFresh = existsSync(API_PAGE) && readFileSync(API_PAGE, 'utf8') === page;
  if (process.argv.includes('--check')) {
    if (!isFresh) console.error(`${API_PAGE} is stale. Run "npm run generate" and commit the result.`);
    process.exit(isFresh ? 0 : 1);
  }
  if (!isFresh) writeFileSync(API_PAGE, page);
}

if (process.argv[1]?.endsWith('api-reference.mjs')) await main();
