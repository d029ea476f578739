/** Gives tests a PostgreSQL server: that of DATABASE_URL, or one that is started for them. */

/** What the gateway's stores decide; the other tests of the gateway lean on no database in particular. */
export const STORAGE_TESTS = [
  'adapters/database/database.test.js',
  'domain/outbox',
  'domain/watchdog',
  'routes/desk',
  'routes/dossier-changes.test.js',
  'routes/dossier-submission.test.js',
  'routes/dossiers.test.js',
  'routes/resubmission.test.js',
  'routes/uploads.test.js',
  'storage-tests/full-disk.test.js',
];

/** @param {(env: Record<string, string>) => Promise<T>} work is given the variable that leads tests to the server */
export async function onPostgres(work) {
  const { openPostgresServer } = await import('../../packages/gateway/dist/testing/postgres-server.js');
  const server = await openPostgresServer(process.env.DATABASE_URL ?? '');
  try {
    return await work({ TEST_DATABASE_URL: server.url });
  } finally {
    await server.close();
  }
}
