/** Holds what the senders saw against what lies in the database; answers each difference in one line. */
import { connectDatabase } from '../../packages/gateway/dist/adapters/database/open-database.js';

export async function compareWithDatabase({ senders, failures }, count, options) {
  const rows = await readDossiers(options);
  const kept = groupBySecret(rows);
  const faults = [];
  if (rows.length !== count) faults.push(`${rows.length} dossiers lie in the database; ${count} were sent`);
  const doubled = [...kept.values()].filter((dossiers) => dossiers.length > 1).length;
  if (doubled > 0) faults.push(`${doubled} senders have more than one dossier`);
  const foreign = senders.filter(({ secretHash, code }) => !kept.get(secretHash)?.some((row) => row.code === code));
  if (foreign.length > 0) faults.push(`${foreign.length} senders saw a code that is not their dossier's`);
  for (const [reason, times] of countEach(failures)) faults.push(`${times} senders got no code: ${reason}`);
  return { faults, dossiers: rows.length };
}

async function readDossiers(options) {
  const { db, close } = await connectDatabase(options);
  try {
    const rows = await db.selectFrom('dossier').select(['provisional_code', 'lookup_secret_hash']).execute();
    return rows.map((row) => ({ code: row.provisional_code, secretHash: row.lookup_secret_hash }));
  } finally {
    await close();
  }
}

function groupBySecret(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.secretHash, [...(groups.get(row.secretHash) ?? []), row]);
  return groups;
}

function countEach(reasons) {
  const counts = new Map();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}
