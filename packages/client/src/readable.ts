/**
 * A value that can be read at any time and watched for change. `subscribe` does not call at once.
 * Same shape as the form engine's, so that one controller serves both.
 */
export interface Readable<T> {
  get(): T;
  subscribe(listener: () => void): Unsubscribe;
}

export type Unsubscribe = () => void;

/** A `Readable` together with the right to change it. */
export interface Writable<T> extends Readable<T> {
  set(value: T): void;
}

/** Creates a watched value; setting the identical value tells nobody. */
export function createWritable<T>(initial: T): Writable<T> {
  const listeners = new Set<() => void>();
  let current = initial;
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
