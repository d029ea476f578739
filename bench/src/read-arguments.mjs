/** What the command line asks for. */
import { parseArgs } from 'node:util';

/** The parts of the bench, in the order in which they run. */
export const SECTIONS = ['bytes', 'keys', 'search', 'model', 'evaluator', 'schemas', 'patterns'];

const USAGE = `npm run bench -- [--check] [--write] [--only ${SECTIONS.join('|')}] [--rounds N]
  --check   ours alone; exit code 1 when a budget of bench/budgets.json is exceeded
  --write   everything; docs/reference/performance.md is written
  --only    one part; may be given several times
  --rounds  rounds of the evaluator (5)`;

/** @returns {{check: boolean, write: boolean, peers: boolean, rounds: number, sections: string[]}} or ends the process with the usage */
export function readArguments(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        check: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        rounds: { type: 'string', default: '5' },
      },
    });
    const unknown = values.only.find((name) => !SECTIONS.includes(name));
    if (unknown) throw new Error(`There is no part "${unknown}".`);
    if (values.write && values.only.length > 0) throw new Error('A page is written of a whole run: leave --only out.');
    if (!/^[1-9]\d?$/.test(values.rounds)) throw new Error('--rounds takes a whole number from 1 to 99.');
    return {
      check: values.check,
      write: values.write,
      peers: values.write || !values.check,
      rounds: Number(values.rounds),
      sections: SECTIONS.filter((name) => values.only.length === 0 || values.only.includes(name)),
    };
  } catch (error) {
    console.error(`${error.message}\n${USAGE}`);
    process.exit(1);
  }
}
