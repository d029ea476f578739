/**
 * Locks on uploads among the processes of one PostgreSQL server: advisory locks of one session. They cost no connection each, and those of a
 * process that dies end with its session.
 */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { HoldOptions, ReleaseUpload, UploadLocks } from '../../ports/upload-locks.js';

const CHANNEL = 'upload_wanted';
/** Milliseconds between two attempts. */
const RETRY = 50;

export class PostgresUploadLocks implements UploadLocks {
  readonly #held = new Map<string, () => void>();
  #session: Promise<pg.Client> | undefined;

  constructor(readonly url: string) {}

  async hold(id: string, { signal, onWanted }: HoldOptions): Promise<ReleaseUpload | undefined> {
    while (!signal.aborted) {
      const session = await this.#open();
      if (await tryLock(session, id)) {
        this.#held.set(id, onWanted);
        return () => this.#release(session, id);
      }
      await session.query(`select pg_notify('${CHANNEL}', $1)`, [id]);
      await wait(RETRY, undefined, { signal }).catch(() => undefined);
    }
    return undefined;
  }

  /** Lets go of everything. */
  async close(): Promise<void> {
    const session = await this.#session?.catch(() => undefined);
    this.#session = undefined;
    await session?.end();
  }

  #open(): Promise<pg.Client> {
    this.#session ??= this.#connect().catch((error: unknown) => {
      this.#session = undefined;
      throw error;
    });
    return this.#session;
  }

  async #connect(): Promise<pg.Client> {
    const session = new pg.Client({ connectionString: this.url, connectionTimeoutMillis: 5_000, keepAlive: true });
    session.on('notification', ({ payload }) => this.#held.get(payload ?? '')?.());
    session.on('error', () => this.#loseAll());
    session.on('end', () => this.#loseAll());
    await session.connect();
    await session.query(`listen ${CHANNEL}`);
    return session;
  }

  /** With the session its locks are gone: whoever writes must stop, and the next one opens a new session. */
  #loseAll(): void {
    this.#session = undefined;
    const lost = [...this.#held.values()];
    this.#held.clear();
    for (const stop of lost) stop();
  }

  /** A lock that was lost with its session has nothing to give back. */
  async #release(session: pg.Client, id: string): Promise<void> {
    if (!this.#held.delete(id)) return;
    await session.query('select pg_advisory_unlock(hashtextextended($1, 1))', [id]).catch(() => undefined);
  }
}

async function tryLock(session: pg.Client, id: string): Promise<boolean> {
  const { rows } = await session.query<{ taken: boolean }>(
    'select pg_try_advisory_lock(hashtextextended($1, 1)) as taken',
    [id],
  );
  return rows[0]?.taken === true;
}
