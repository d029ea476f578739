/** What `npm run faults` may be told. */
const USAGE = `npm run faults -- [--count 10000] [--seed 1] [--database postgres|pglite] [--gateways 3] [--kills 25] [--without-key-check]`;

/** @throws Error with the usage */
export function readOptions(args) {
  const given = { count: 10_000, seed: 1, database: 'postgres', withoutKeyCheck: false };
  for (let index = 0; index < args.length; index += 1) {
    const name = args[index];
    if (name === '--without-key-check') given.withoutKeyCheck = true;
    else if (name === '--database') given.database = args[(index += 1)];
    else if (['--count', '--seed', '--gateways', '--kills'].includes(name))
      given[name.slice(2)] = readNumber(name, args[(index += 1)]);
    else throw new Error(`There is no option ${name}.\n${USAGE}`);
  }
  if (!['postgres', 'pglite'].includes(given.database)) throw new Error(`--database is postgres or pglite.\n${USAGE}`);
  if (given.database === 'pglite' && (given.gateways ?? 1) !== 1)
    throw new Error('One process at a time can have the embedded database open: --gateways 1.');
  const usual = { gateways: given.database === 'postgres' ? 3 : 1, kills: Math.max(2, Math.round(given.count / 400)) };
  return { ...usual, ...given };
}

function readNumber(name, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} must be a whole number above 0.\n${USAGE}`);
  return number;
}
