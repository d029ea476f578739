/** Sends dossiers through faults of every kind and counts them in the database; ends with code 1 when one is missing, doubled or foreign. */
import { readOptions } from '../faults/read-options.mjs';
import build from './build.mjs';

export default async function faults(args) {
  const options = readOrEnd(args);
  await build();
  const { runFaults } = await import('../faults/run-faults.mjs');
  const { faults: found, figures } = await runFaults(options);
  for (const [name, figure] of Object.entries(figures)) console.log(`${name.padEnd(14)} ${figure}`);
  for (const fault of found) console.error(`FAULT  ${fault}.`);
  console.log(
    found.length === 0
      ? `${options.count} sent, ${options.count} kept, each with the code its sender saw`
      : 'It failed.',
  );
  process.exit(found.length === 0 ? 0 : 1);
}

function readOrEnd(args) {
  try {
    return readOptions(args);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
