/**
 * An empty database for a test: the embedded one in memory, or, when TEST_DATABASE_URL names a PostgreSQL server, one of its own on that server.
 */
import type { DatabaseOptions } from '../adapters/database/open-database.js';
import { readPgliteTemplate } from './pglite-template.js';
import { openPostgresServer } from './postgres-server.js';

export interface TestDatabase {
  options: DatabaseOptions;
  /** Removes it, once nobody uses it any more. */
  drop(): Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  if (!process.env['TEST_DATABASE_URL'])
    return { options: { kind: 'pglite', begin: await readPgliteTemplate() }, drop: () => Promise.resolve() };
  const server = await openPostgresServer();
  const url = await server.createDatabase();
  return { options: { kind: 'postgres', url }, drop: () => server.dropDatabase(url) };
}
