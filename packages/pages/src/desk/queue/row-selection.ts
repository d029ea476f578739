/** Which rows are chosen, one by one or from the last one to another. */
export class RowSelection {
  readonly #codes = new Set<string>();
  #anchor = '';

  get codes(): ReadonlySet<string> {
    return this.#codes;
  }

  get size(): number {
    return this.#codes.size;
  }

  /** @param order all codes as they stand, to choose everything from the last one to this one */
  toggle(code: string, order?: readonly string[]): void {
    const isChosen = !this.#codes.has(code);
    for (const one of order ? this.#between(code, order) : [code]) {
      if (isChosen) this.#codes.add(one);
      else this.#codes.delete(one);
    }
    this.#anchor = code;
  }

  /** All of them, or none when all were chosen. */
  toggleAll(codes: readonly string[]): void {
    const isWhole = codes.every((code) => this.#codes.has(code));
    this.#codes.clear();
    if (!isWhole) for (const code of codes) this.#codes.add(code);
  }

  /** Forgets rows that are not shown any more: nothing unseen is ever received. */
  keepOnly(codes: readonly string[]): void {
    const shown = new Set(codes);
    for (const code of this.#codes) if (!shown.has(code)) this.#codes.delete(code);
  }

  clear(): void {
    this.#codes.clear();
    this.#anchor = '';
  }

  #between(code: string, order: readonly string[]): readonly string[] {
    const [from, to] = [order.indexOf(this.#anchor), order.indexOf(code)];
    return from === -1 ? [code] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
  }
}
