/** The dossiers remembered on this device, without any drawing: read from the store, brought up to date when there is a line. */
import {
  createWritable,
  isConnectionError,
  type LookupClient,
  type MyDossierList,
  type MyDossiers,
  type Readable,
} from '@motcua/client';
import { errorCode } from '../error-code.js';

export interface MyDossiersState extends MyDossierList {
  /** No line: the states are those of the last look. */
  offline: boolean;
  /** Kept for the life of the page only. */
  inMemory: boolean;
  /** Code of why the list could not be read. */
  failed?: string;
}

export class MyDossiersSession {
  readonly #state = createWritable<MyDossiersState>({ dossiers: [], broken: [], offline: false, inMemory: false });
  readonly state: Readable<MyDossiersState> = this.#state;
  #stop: (() => void) | undefined;

  constructor(
    private readonly store: MyDossiers,
    private readonly client: LookupClient,
  ) {}

  /** Reads the list, follows changes of every tab, and asks the gateway once for each dossier. */
  async start(): Promise<void> {
    const stopStore = this.store.subscribe(() => void this.#read());
    const onLine = (): void => void this.refresh();
    addEventListener('online', onLine);
    this.#stop = () => {
      stopStore();
      removeEventListener('online', onLine);
    };
    await this.#read();
    await this.refresh();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  /** One after the other: a list is no reason for a burst. A dossier that is not found keeps what was last seen of it. */
  async refresh(): Promise<void> {
    let offline = false;
    for (const { code, secret } of this.#state.get().dossiers) {
      try {
        await this.store.note(await this.client.dossiers.get(code, { secret }));
      } catch (error) {
        offline = isConnectionError(error);
        if (offline) break;
      }
    }
    this.#state.set({ ...this.#state.get(), offline });
  }

  async forget(id: string): Promise<void> {
    await this.#change(() => this.store.forget(id));
  }

  async forgetAll(): Promise<void> {
    await this.#change(() => this.store.forgetAll());
  }

  async #change(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      this.#state.set({ ...this.#state.get(), failed: errorCode(error) });
    }
    await this.#read();
  }

  async #read(): Promise<void> {
    try {
      const [list, persistence] = await Promise.all([this.store.list(), this.store.persistence()]);
      const { offline } = this.#state.get();
      this.#state.set({ ...list, offline, inMemory: persistence.kind === 'memory' });
    } catch (error) {
      this.#state.set({ ...this.#state.get(), failed: errorCode(error) });
    }
  }
}
