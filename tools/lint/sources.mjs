/** Refuses what no reader of a diff should have to spot: focused or skipped tests, text that is not NFC, evaluated code, raw HTML, registry hosts. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const rules = [
  {
    name: 'a focused or skipped test',
    files: /\.(test|browser-test)\.(ts|mjs)$/,
    pattern: /\b(it|test|describe)\.(skip|only|todo)\b|\b(fdescribe|fit|xdescribe|xit)\(/,
  },
  {
    name: 'evaluated code or raw HTML',
    files: /^(packages|examples|stories)\/.*\.(ts|mjs|js)$/,
    not: /\.test\.|browser-test/,
    pattern:
      /\bunsafeHTML\b|\bunsafeSVG\b|\bunsafeCSS\b|\bunsafeStatic\b|\.innerHTML\s*=|\bnew Function\b|[^.\w]eval\(/,
  },
  {
    name: 'a check switched off',
    files: /\.(ts|mjs)$/,
    not: /^tools\/lint\//,
    pattern: /@ts-ignore|@ts-nocheck|eslint-disable/,
  },
  {
    name: 'a package registry host',
    files: /./,
    not: /^tools\/lint\//,
    pattern: /registry\.(npmjs|yarnpkg)|npmmirror/,
  },
];

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path && existsSync(path) && /\.(ts|mts|mjs|js|json|yaml|md|css|html)$/.test(path));

const found = tracked.flatMap(problemsOf);
for (const line of found) console.error(line);
process.exit(found.length === 0 ? 0 : 1);

function problemsOf(path) {
  const text = readFileSync(path, 'utf8');
  const problems = [];
  if (text !== text.normalize('NFC') && !/conformance|\.test\./.test(path))
    problems.push(`${path}: text is not in Unicode NFC; save it normalised.`);
  for (const { name, files, not, pattern } of rules) {
    if (!files.test(path) || not?.test(path)) continue;
    const line = text.split('\n').findIndex((row) => pattern.test(row));
    if (line >= 0) problems.push(`${path}:${line + 1}: ${name} may not stand here.`);
  }
  return problems;
}
