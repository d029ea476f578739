/** Who edits a draft: one tab at a time, by Web Locks, or by asking round where a browser withholds them. */
import type { Unsubscribe } from '../readable.js';
import { isRecord } from '../transport/read-answer.js';
import type { DraftClaim } from './draft-store.js';
import { createTabChannel } from './tab-channel.js';

export interface DraftClaims {
  claim(id: string, options?: { takeOver?: boolean }): Promise<DraftClaim>;
  /** Did another tab take this draft from here? */
  wasTaken(id: string): boolean;
}

export interface LockSource {
  /** Resolves with a hold, or with nothing when another has the name. `onStolen` is called when it is taken away. */
  acquire(name: string, takeOver: boolean, onStolen: () => void): Promise<Hold | undefined>;
}

export interface Hold {
  release(): void;
}

export function createDraftClaims(scope: string, source: LockSource = chooseLockSource(scope)): DraftClaims {
  const taken = new Set<string>();
  return {
    wasTaken: (id) => taken.has(id),
    async claim(id, { takeOver = false } = {}) {
      const listeners = new Set<() => void>();
      let lost = false;
      const onStolen = () => {
        lost = true;
        taken.add(id);
        for (const listener of [...listeners]) listener();
        listeners.clear();
      };
      const hold = await source.acquire(`${scope} ${id}`, takeOver, onStolen).catch(() => UNCONTESTED);
      if (hold) taken.delete(id);
      return {
        held: hold !== undefined,
        onLost: (listener) => watchLoss(listeners, listener, () => lost),
        release: () => {
          listeners.clear();
          hold?.release();
        },
      };
    },
  };
}

/** Where locks fail, drafts are in memory too, and no other tab can see them. */
const UNCONTESTED: Hold = { release() {} };

function watchLoss(listeners: Set<() => void>, listener: () => void, isLost: () => boolean): Unsubscribe {
  if (isLost()) {
    listener();
    return () => {};
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

function chooseLockSource(scope: string): LockSource {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  return locks ? createWebLockSource(locks) : createChannelLockSource(scope);
}

export function createWebLockSource(locks: LockManager): LockSource {
  return {
    acquire: (name, takeOver, onStolen) =>
      new Promise((resolve, reject) => {
        let released = false;
        let granted = false;
        const holding = locks.request(name, takeOver ? { steal: true } : { ifAvailable: true }, (lock) => {
          if (!lock) return resolve(undefined);
          granted = true;
          return new Promise<void>((end) => {
            resolve({
              release() {
                released = true;
                end();
              },
            });
          });
        });
        // A stolen lock rejects the request of its former holder.
        Promise.resolve(holding).catch((error: unknown) => {
          if (!granted) reject(error);
          else if (!released) onStolen();
        });
      }),
  };
}

type LockMessage = { type: 'asked' | 'held' | 'taken'; name: string; from: string };

/** Milliseconds that a tab has to say that it holds a draft. */
const ANSWER_LIMIT_MS = 200;

export function createChannelLockSource(scope: string, answerLimitMs = ANSWER_LIMIT_MS): LockSource {
  const held = new Map<string, () => void>();
  const channel = createTabChannel(`${scope} claims`, isLockMessage);
  const self = Array.from(crypto.getRandomValues(new Uint32Array(4))).join('-');
  let stopListening: Unsubscribe | undefined;

  function hear({ type, name, from }: LockMessage): void {
    const onStolen = held.get(name);
    if (!onStolen || from === self) return;
    if (type === 'asked') channel.post({ type: 'held', name, from: self });
    if (type !== 'taken') return;
    give(name);
    onStolen();
  }

  function keep(name: string, onStolen: () => void): Hold {
    held.set(name, onStolen);
    stopListening ??= channel.listen(hear);
    return {
      release() {
        if (held.get(name) === onStolen) give(name);
      },
    };
  }

  function give(name: string): void {
    held.delete(name);
    if (held.size > 0) return;
    stopListening?.();
    stopListening = undefined;
  }

  function isHeldElsewhere(name: string): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (answer: boolean) => {
        clearTimeout(timer);
        stop();
        resolve(answer);
      };
      const timer = setTimeout(() => settle(false), answerLimitMs);
      const stop = channel.listen((message) => {
        if (message.type === 'held' && message.name === name) settle(true);
      });
      channel.post({ type: 'asked', name, from: self });
    });
  }

  return {
    async acquire(name, takeOver, onStolen) {
      const own = held.get(name);
      if (own && !takeOver) return undefined;
      if (!takeOver && (await isHeldElsewhere(name))) return undefined;
      if (takeOver) channel.post({ type: 'taken', name, from: self });
      own?.();
      return keep(name, onStolen);
    },
  };
}

function isLockMessage(data: unknown): data is LockMessage {
  return (
    isRecord(data) &&
    typeof data['type'] === 'string' &&
    typeof data['name'] === 'string' &&
    typeof data['from'] === 'string'
  );
}
