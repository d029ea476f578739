/**
 * The one reactive type that leaves the engine, on top of signals that do not.
 */
import { effect, type ReadonlySignal, untracked } from '@preact/signals-core';
import type { Readable } from './form.js';

/** Wraps a signal. A listener is called after each change, once per batch, and not at once. */
export function toReadable<S, T>(signal: ReadonlySignal<S>, read: (value: S) => T): Readable<T> {
  return {
    get: () => read(signal.value),
    subscribe(listener) {
      let isFirst = true;
      return effect(() => {
        void signal.value;
        if (isFirst) isFirst = false;
        else untracked(listener);
      });
    },
  };
}
