/**
 * A gateway with a planted fault: it heeds no idempotency key, and no paper that another dossier holds, which would still catch most repeats.
 * A run over it must fail.
 */
import { openDatabase } from '../../packages/gateway/dist/adapters/database/open-database.js';
import { readConfiguration } from '../../packages/gateway/dist/configuration.js';
import { startServer } from '../../packages/gateway/dist/node-server.js';

const options = readConfiguration(process.env);
const database = forgetKeys(await openDatabase(options.database));
const server = await startServer({ ...options, ports: { database } });
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log(`Gateway ready at ${server.url}`);

function forgetKeys(database) {
  return {
    ...database,
    uploads: shareUploads(database.uploads),
    idempotency: {
      async once(_request, prepare, commit) {
        const prepared = await prepare();
        const answer = await database.transact((stores) =>
          commit({ ...stores, uploads: shareUploads(stores.uploads) }, prepared),
        );
        return { kind: 'done', answer };
      },
    },
  };
}

function shareUploads(uploads) {
  return {
    ...uploads,
    async find(id) {
      const record = await uploads.find(id);
      if (!record) return record;
      const { dossierId: _, ...free } = record;
      return free;
    },
    async claim(ids, dossierId) {
      await uploads.claim(ids, dossierId);
      return ids.length;
    },
  };
}
