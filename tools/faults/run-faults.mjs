/** `npm run faults`: many dossiers through bad weather and dying gateways; every one is counted in the database in the end. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStorm } from '../../packages/client/dist/testing/index.js';
import { openPostgresServer } from '../../packages/gateway/dist/testing/index.js';
import { compareWithDatabase } from './compare-with-database.mjs';
import { openFleet } from './fleet.mjs';
import { createRandom, skewClock } from './random.mjs';
import { sendAll } from './citizens.mjs';

/** Senders at one time. */
const AT_ONCE = 64;
const PLANTED_FAULT = fileURLToPath(new URL('./gateway-without-key-check.mjs', import.meta.url));

/**
 * @param {{ count: number, seed: number, database: 'postgres' | 'pglite', gateways: number, kills: number, withoutKeyCheck: boolean }} options
 * @returns {Promise<{ faults: string[], figures: object }>} no faults: all is well
 */
export async function runFaults(options) {
  const { count, seed, database, gateways, kills, withoutKeyCheck } = options;
  const random = createRandom(seed);
  const place = await openPlace(database);
  const started = performance.now();
  try {
    const program = withoutKeyCheck ? PLANTED_FAULT : undefined;
    const fleet = await openFleet({ size: gateways, variables: place.variables, program, random });
    const storm = createStorm({ random, fetch: (request) => fleet.send(atAnAddress(request, random)) });
    const clock = skewClock(random);
    let sent = 0;
    const onSent = () => {
      sent += 1;
      if (sent % 50 === 0) clock.jump();
      if (sent % Math.ceil(count / (kills + 1)) === 0) fleet.killOne();
    };
    const seen = await sendAll({ count, atOnce: AT_ONCE, fetch: storm.fetch, onSent }).finally(clock.restore);
    await storm.calm();
    await fleet.close();
    const { faults, dossiers } = await compareWithDatabase(seen, count, place.database);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const figures = { dossiers, seconds, kills: fleet.kills(), pressedAgain: seen.presses, ...storm.counts };
    return { faults, figures };
  } finally {
    await place.remove();
  }
}

/** Behind a proxy each citizen has an address of his own: the gateway slows addresses, and that is not what is tried here. */
function atAnAddress(request, random) {
  const part = () => Math.floor(random() * 254) + 1;
  request.headers.set('X-Forwarded-For', `10.${part()}.${part()}.${part()}`);
  return request;
}

async function openPlace(kind) {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  const variables = { MOTCUA_DATA_DIR: folder, TRUSTED_PROXIES: '127.0.0.1' };
  if (kind === 'pglite')
    return { variables, database: { kind, dataDir: join(folder, 'database') }, remove: removeFolder };
  const server = await openPostgresServer();
  const url = await server.createDatabase();
  return {
    variables: { ...variables, DATABASE_URL: url },
    database: { kind, url },
    async remove() {
      await server.dropDatabase(url);
      await server.close();
      await removeFolder();
    },
  };
}
