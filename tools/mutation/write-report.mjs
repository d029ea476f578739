/** Writes docs/reference/mutation.md: what became of every mutant. */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { hashSources } from '../reports/hash-sources.mjs';
import { REPORTS } from '../reports/reports.mjs';

export const PAGE = 'docs/reference/mutation.md';

/** @param {{ extent: object, files: { name: string, mutants: object[] }[] }} outcome each mutant with its `fate` */
export async function writeReport({ extent, files }) {
  const all = files.flatMap(({ mutants }) => mutants);
  const text = `# Mutation run over the keyword files

Written by \`npm run mutate\`. Every keyword file of the evaluator is changed in one small place at a time (an operator swapped, a condition
negated, a literal changed, a statement or an element dropped, \`Object.hasOwn\` replaced by \`in\`), and the changed evaluator has to
fail the differential property: the cases of \`npm test\` judged by ajv, hyperjump and typebox. What they let pass is tried on the
project's own cases (\`schemas/conformance/validation\`), which also know the params of issues and the refusals of schemas. What both let
pass is listed with the reason why no verdict can tell it.

Sources: ${hashSources(REPORTS.find(({ page }) => page === PAGE).sources)}

Judged: ${extent.documents} documents with ${extent.values} values, seed ${extent.seed}. Own: ${extent.own} groups.

| File | Mutants | Killed by the judges | By the own cases only | Equivalent | Survived |
| --- | ---: | ---: | ---: | ---: | ---: |
${files.map(({ name, mutants }) => row(`\`${name.replace('vocabulary/keywords/', '')}\``, mutants)).join('\n')}
${row('**All**', all)}

## Killed by the own cases only

What the judges do not see: the params of issues, the refusal of malformed schemas, the cases that lie outside the judges' fields.

${list(files, 'own')}

## Equivalent

${list(files, 'equivalent')}

## Survived

${list(files, 'survived')}
`;
  writeFileSync(PAGE, await format(text, { parser: 'markdown', printWidth: 120 }));
}

function row(name, mutants) {
  const count = (fate) => mutants.filter((mutant) => mutant.fate === fate).length;
  return `| ${name} | ${mutants.length} | ${count('judges')} | ${count('own')} | ${count('equivalent')} | ${count('survived')} |`;
}

function list(files, fate) {
  const parts = files.flatMap(({ name, mutants }) => {
    const kept = mutants.filter((mutant) => mutant.fate === fate);
    return kept.length === 0
      ? []
      : [`### ${name.replace('vocabulary/keywords/', '')}\n\n${kept.map(describe).join('\n')}`];
  });
  return parts.length === 0 ? 'None.' : parts.join('\n\n');
}

function describe({ line, source, from, to, because }) {
  const change =
    from === source ? `\`${cut(from)}\` → \`${cut(to)}\`` : `\`${cut(source)}\`: \`${cut(from)}\` → \`${cut(to)}\``;
  return `- ${line}: ${change}${because ? `: ${because}` : ''}`;
}

function cut(text) {
  const plain = text.replaceAll('`', 'ˋ').replaceAll('|', '¦');
  return plain.length > 90 ? `${plain.slice(0, 89)}…` : plain;
}
