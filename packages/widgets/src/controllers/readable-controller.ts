/** Lets a Lit element draw again when a `Readable` changes, for as long as the element is on the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The reactive type that engine and client share by shape. */
export interface Watched<T> {
  get(): T;
  subscribe(listener: () => void): () => void;
}

export class ReadableController<T> implements ReactiveController {
  #source: Watched<T> | undefined;
  #stop: (() => void) | undefined;
  #connected = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  get value(): T | undefined {
    return this.#source?.get();
  }

  /** Watches another source from now on. */
  watch(source: Watched<T> | undefined): void {
    if (source === this.#source) return;
    this.#stop?.();
    this.#stop = undefined;
    this.#source = source;
    if (this.#connected) this.#start();
  }

  hostConnected(): void {
    this.#connected = true;
    this.#start();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#stop?.();
    this.#stop = undefined;
  }

  #start(): void {
    this.#stop = this.#source?.subscribe(() => this.host.requestUpdate());
  }
}
