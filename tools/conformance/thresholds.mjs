/** What the evaluator promises of the public suite, and what is known not to be right. */
import { readFileSync } from 'node:fs';

/** Least right tests in a part, most wrong ones. Where nothing is promised, `not-right.json` pins what is. */
export const PROMISES = {
  'draft2020-12': { right: 1290, wrong: 0 },
  'draft2020-12/optional': { wrong: 0 },
  'draft2020-12/optional/format': { right: 740 },
  draft7: { wrong: 0 },
};

/** Formats of which every test has to be right, in either draft. */
export const WHOLE_FORMATS = ['date', 'time', 'date-time', 'email', 'uri', 'uuid'];

const KNOWN = new URL('./not-right.json', import.meta.url);

/** @returns {{ part, file, reason, verdict, code?, pointer?, tests: string[] }[]} tests that are not right, each group with its reason */
export function readKnown() {
  return JSON.parse(readFileSync(KNOWN, 'utf8'));
}

/** One line for each promise that a part breaks. */
export function brokenPromisesOfPart({ part, right, wrong }) {
  const promise = PROMISES[part] ?? {};
  return [
    ...(right < promise.right ? [`${part}: ${right} right, at least ${promise.right} are promised`] : []),
    ...(wrong > promise.wrong ? [`${part}: ${wrong} wrong, at most ${promise.wrong} are promised`] : []),
  ];
}

/** One line for each test of a file that is not right and not known, or known and right by now, or of a format that has to be whole. */
export function brokenPromisesOfFile({ part, file, outcomes }) {
  const known = new Set(
    readKnown()
      .filter((group) => group.part === part && group.file === file)
      .flatMap(({ tests, ...group }) => tests.map((about) => describe({ ...group, about }))),
  );
  const found = outcomes.filter(({ verdict }) => verdict !== 'right').map(describe);
  const isWhole = part.endsWith('/format') && WHOLE_FORMATS.includes(file.replace(/\.json$/, ''));
  return [
    ...found.filter((line) => isWhole || !known.has(line)).map((line) => `${part}/${file}: ${line}`),
    ...[...known].filter((line) => !found.includes(line)).map((line) => `${part}/${file}: no longer so: ${line}`),
  ];
}

function describe({ verdict, about, code = '', pointer = '' }) {
  return [verdict, code, pointer, about].filter((part) => part !== '').join(' ');
}
