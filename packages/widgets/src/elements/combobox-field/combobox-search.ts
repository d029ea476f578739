/** Runs the searches of a combobox, so that an answer that comes late never replaces a newer one. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ComboboxOption, ComboboxSearch } from './combobox-option.js';

export type SearchState = 'idle' | 'searching' | 'found' | 'failed';

export class SearchController implements ReactiveController {
  state: SearchState = 'idle';
  query = '';
  options: readonly ComboboxOption[] = [];
  #latest = 0;
  readonly #host: ReactiveControllerHost;

  constructor(
    host: ReactiveControllerHost,
    private readonly onSettled: () => void,
  ) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#latest += 1;
  }

  async run(search: ComboboxSearch, query: string): Promise<void> {
    const turn = ++this.#latest;
    this.query = query;
    try {
      const answer = search(query);
      if (answer instanceof Promise) this.#set('searching', this.options);
      const options = await answer;
      if (turn === this.#latest) this.#settle('found', options);
    } catch {
      // Why a list cannot be had is the owner's to know; the citizen is told what to do.
      if (turn === this.#latest) this.#settle('failed', []);
    }
  }

  #settle(state: SearchState, options: readonly ComboboxOption[]): void {
    this.#set(state, options);
    this.onSettled();
  }

  #set(state: SearchState, options: readonly ComboboxOption[]): void {
    this.state = state;
    this.options = options;
    this.#host.requestUpdate();
  }
}
