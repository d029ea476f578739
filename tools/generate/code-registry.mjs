/** Every code that engine and command line may say, read from their registries. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ISSUE_CODES } from '../../packages/form-engine/dist/index.js';

const CODE = /'([a-z]+\.[a-zA-Z-]+)'/g;

/** @returns {Map<string, string[]>} code → the registries that hold it, in the order of the registries */
export function listCodes() {
  const codes = new Map();
  const add = (registry, found) => {
    if (found.length === 0) throw new Error(`The registry ${registry} holds no code: has it moved?`);
    for (const code of found) codes.set(code, [...new Set([...(codes.get(code) ?? []), registry])]);
  };
  add('SchemaError', readUnion('packages/form-engine/src/errors.ts', 'SchemaErrorCode'));
  add('FormError', readUnion('packages/form-engine/src/errors.ts', 'FormErrorCode'));
  add('advice', readUnion('packages/form-engine/src/compile/diagnostics.ts', 'AdviceCode'));
  add('issue', ISSUE_CODES);
  add('command', listCommandCodes());
  return codes;
}

/** The members of a union of literals, or of the list behind it. */
function readUnion(file, name) {
  const text = readFileSync(file, 'utf8');
  const start = text.search(new RegExp(`export type ${name}\\b`));
  if (start < 0) throw new Error(`${file} has no ${name}.`);
  const union = text.slice(start, text.indexOf(';', start));
  const list = /typeof ([A-Z_]+)/.exec(union)?.[1];
  const source =
    list === undefined
      ? union
      : text.slice(text.indexOf(`const ${list}`), text.indexOf('] as const', text.indexOf(`const ${list}`)));
  return [...source.matchAll(CODE)].map((match) => match[1]);
}

/** What the command says of its own: the codes in its sources that stand in a diagnostic or a line of output. */
function listCommandCodes() {
  const folder = 'packages/cli/src';
  const files = readdirSync(folder, { recursive: true }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  return files.flatMap((file) =>
    [
      ...readFileSync(join(folder, file), 'utf8').matchAll(
        /\b(?:error|warning) ([a-z]+\.[a-z-]+):|code: '([a-z]+\.[a-z-]+)'/g,
      ),
    ].map((match) => match[1] ?? match[2]),
  );
}
