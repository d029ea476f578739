/**
 * The cells waiting to be evaluated, each at most once for each scope, the earliest in the plan's order first.
 */
import type { Scope } from './live-node.js';

/** One cell to evaluate: its place in the plan's order, and where it is live. */
export interface WaitingCell {
  cell: number;
  scope: Scope;
}

/** A queue that ends: compilation refuses what goes round, and nothing else runs more often than it is asked to. */
export class CellQueue {
  /** Places in the order, latest first. */
  private readonly places: number[] = [];
  private readonly scopes = new Map<number, Set<Scope>>();
  private runs = 0;

  constructor(private readonly size: number) {}

  add(cell: number, scope: Scope): void {
    const waiting = this.scopes.get(cell);
    if (waiting !== undefined) {
      waiting.add(scope);
      return;
    }
    this.scopes.set(cell, new Set([scope]));
    let low = 0;
    for (let high = this.places.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.places[middle] as number) > cell) low = middle + 1;
      else high = middle;
    }
    this.places.splice(low, 0, cell);
  }

  /** Takes the earliest cell; undefined when all is settled. `live` is how many scopes there are. */
  next(live: number): WaitingCell | undefined {
    const cell = this.places.at(-1);
    if (cell === undefined) {
      this.runs = 0;
      return undefined;
    }
    const waiting = this.scopes.get(cell) as Set<Scope>;
    const [scope] = waiting as Iterable<Scope> as [Scope];
    waiting.delete(scope);
    if (waiting.size === 0) {
      this.scopes.delete(cell);
      this.places.pop();
    }
    this.runs += 1;
    return this.runs > 16 * (this.size + 1) * (live + 1) ? undefined : { cell, scope };
  }
}
