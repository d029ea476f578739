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
    /** `more`: the list only grew, and what stood in it stands there still. */
    private readonly onSettled: (more: boolean) => void,
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
    let known: readonly ComboboxOption[] = [];
    try {
      const answer = search(query);
      if (answer instanceof Promise) this.#set('searching', this.options);
      if ('later' in answer) {
        known = answer.now;
        if (known.length > 0) this.#settle('found', known, false);
        else this.#set('searching', known);
      }
      const options = await ('later' in answer ? answer.later : answer);
      if (turn === this.#latest) this.#settle('found', options, known.length > 0);
    } catch {
      // Why a list cannot be had is the owner's to know; the citizen is told what to do, and keeps what was found.
      if (turn === this.#latest && known.length === 0) this.#settle('failed', [], false);
    }
  }

  #settle(state: SearchState, options: readonly ComboboxOption[], more: boolean): void {
    this.#set(state, options);
    this.onSettled(more);
  }

  #set(state: SearchState, options: readonly ComboboxOption[]): void {
    this.state = state;
    this.options = options;
    this.#host.requestUpdate();
  }
}
