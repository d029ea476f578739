/**
 * The cells waiting to be evaluated, each at most once, the earliest in the plan's order first.
 */
export class CellQueue {
  private readonly waiting: number[] = [];
  private readonly isWaiting: Uint8Array;
  /** How often each cell may run in one settlement; only a plan with a cycle, which compilation refuses, would need it. */
  private budget: number;

  constructor(private readonly size: number) {
    this.isWaiting = new Uint8Array(size);
    this.budget = 0;
  }

  addAll(): void {
    for (let cell = 0; cell < this.size; cell += 1) this.add(cell);
  }

  add(cell: number): void {
    if (this.isWaiting[cell] !== 0) return;
    this.isWaiting[cell] = 1;
    let place = this.waiting.length;
    while (place > 0 && (this.waiting[place - 1] as number) < cell) place -= 1;
    this.waiting.splice(place, 0, cell);
  }

  /** Takes the earliest cell; undefined when all is settled. */
  next(): number | undefined {
    const cell = this.waiting.pop();
    if (cell === undefined) {
      this.budget = 0;
      return undefined;
    }
    this.isWaiting[cell] = 0;
    this.budget += 1;
    return this.budget > 16 * this.size + 16 ? undefined : cell;
  }
}
