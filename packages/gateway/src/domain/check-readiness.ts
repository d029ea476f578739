/**
 * Whether this process can do its work now, part by part.
 */
import { randomUUID } from 'node:crypto';
import { open, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { GatewayDatabase } from '../ports/gateway-database.js';
import type { ProcedureRepository } from '../ports/procedure-repository.js';
import type { SigningKeys } from '../ports/signing-keys.js';

export interface ReadinessParts {
  database: GatewayDatabase;
  procedures: ProcedureRepository;
  keys: SigningKeys;
  uploadsDir: string;
  /** The folder of uploads counts as full below. */
  minFreeBytes: number;
  /** False once the gateway stops: a proxy sends nothing more here. */
  isOpen(): boolean;
}

export interface Readiness {
  status: 'ready' | 'unready';
  checks: Record<CheckName, 'ok' | 'failed'>;
}

type CheckName = 'open' | 'database' | 'uploads' | 'signingKey' | 'procedures';

/** A check that hangs has failed. */
const LIMIT = 3_000;
/** Milliseconds for which an answer holds: whoever asks often writes no more for that. */
const HOLDS = 1_000;

export function createReadinessCheck(parts: ReadinessParts): () => Promise<Readiness> {
  let asked = -Infinity;
  let answer: Promise<Readiness> | undefined;
  return () => {
    if (answer && performance.now() - asked < HOLDS && parts.isOpen()) return answer;
    asked = performance.now();
    answer = checkAll(parts);
    return answer;
  };
}

async function checkAll(parts: ReadinessParts): Promise<Readiness> {
  const [open, database, uploads, signingKey, procedures] = await Promise.all([
    check(() => expect(parts.isOpen())),
    check(() => parts.database.check()),
    check(() => checkFolder(parts.uploadsDir, parts.minFreeBytes)),
    check(() => parts.keys.sign(new TextEncoder().encode('readiness'), 'motcua-readiness')),
    check(() => expect(parts.procedures.list().length > 0)),
  ]);
  const checks = { open, database, uploads, signingKey, procedures };
  return { status: Object.values(checks).every((result) => result === 'ok') ? 'ready' : 'unready', checks };
}

async function check(work: () => unknown): Promise<'ok' | 'failed'> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<'failed'>((done) => (timer = setTimeout(() => done('failed'), LIMIT)));
  const result = (async () => {
    try {
      await work();
      return 'ok' as const;
    } catch {
      return 'failed' as const;
    }
  })();
  const first = await Promise.race([result, tooLong]);
  clearTimeout(timer);
  return first;
}

function expect(holds: boolean): void {
  if (!holds) throw new Error('the check failed');
}

/** Rights alone do not tell of a disk that was mounted read-only: a file is written. */
async function checkFolder(folder: string, minFreeBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  expect(bavail * bsize >= minFreeBytes);
  const probe = join(folder, `.readiness-${randomUUID()}`);
  const file = await open(probe, 'wx');
  try {
    await file.write('ready');
  } finally {
    await file.close();
    await unlink(probe);
  }
}
