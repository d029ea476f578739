/**
 * A process that dies at the worst moment: a message has left, and nothing of that is written down. For the test of delivery at least once.
 * Arguments: folder of the database, file to which the ids of messages go, time.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGateway } from '../create-gateway.js';
import { createTestClock } from './test-clock.js';

const [folder = '', sentFile = '', now = ''] = process.argv.slice(2);
const gateway = await createGateway({
  database: { kind: 'pglite', dataDir: join(folder, 'database') },
  uploadsDir: join(folder, 'uploads'),
  allowedOrigins: [],
  clock: createTestClock(now),
  ports: {
    sender: {
      send({ id }) {
        appendFileSync(sentFile, `${id}\n`);
        process.kill(process.pid, 'SIGKILL');
        return new Promise(() => undefined);
      },
    },
  },
});
await gateway.operation.deliverMessages();
