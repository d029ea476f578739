/**
 * Everybody who listens to a form: told once per batch, and let go of together.
 */
import type { Readable, Unsubscribe } from './form.js';

/** Something that changes, by those who listen to it. */
export type Topic = Set<Listener>;

interface Listener {
  call: () => void;
}

/** The listeners of one form. */
export class Subscriptions {
  /** Those to which somebody listens. */
  private readonly topics = new Set<Topic>();
  private readonly due: Topic = new Set();
  private depth = 0;

  /** How many listen. */
  get size(): number {
    let count = 0;
    for (const topic of this.topics) count += topic.size;
    return count;
  }

  readable<T>(topic: Topic, get: () => T): Readable<T> {
    return { get, subscribe: (call) => this.listen(topic, { call }) };
  }

  /** Something changed: those who listen are told at the end of the batch. */
  note(topic: Topic | undefined): void {
    for (const listener of topic ?? []) this.due.add(listener);
  }

  /** Runs an act with all that follows from it, then tells everybody once. */
  batch(act: () => void): void {
    this.depth += 1;
    try {
      act();
    } finally {
      this.depth -= 1;
      if (this.depth === 0) this.tell();
    }
  }

  end(): void {
    this.due.clear();
    for (const topic of this.topics) topic.clear();
    this.topics.clear();
  }

  private listen(topic: Topic, listener: Listener): Unsubscribe {
    topic.add(listener);
    this.topics.add(topic);
    return () => {
      topic.delete(listener);
      if (topic.size === 0) this.topics.delete(topic);
      this.due.delete(listener);
    };
  }

  /** One listener that fails keeps no other from hearing. */
  private tell(): void {
    const faults: unknown[] = [];
    for (const listener of this.due) {
      this.due.delete(listener);
      try {
        listener.call();
      } catch (fault) {
        faults.push(fault);
      }
    }
    if (faults.length > 0) throw faults[0];
  }
}
