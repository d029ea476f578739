/** Looks again every 30 seconds while somebody is there: an unattended page must not keep its session open. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EVERY = 30_000;
/** Milliseconds without a key or a pointer after which the page counts as left alone. */
const ALONE_AFTER = 300_000;

export class PollController implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;
  #usedAt = 0;

  constructor(
    host: ReactiveControllerHost,
    private readonly look: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#usedAt = performance.now();
    this.#timer = setInterval(this.#onTime, EVERY);
    for (const name of ['keydown', 'pointermove', 'pointerdown'])
      addEventListener(name, this.#onUse, { passive: true });
    document.addEventListener('visibilitychange', this.#onTime);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    for (const name of ['keydown', 'pointermove', 'pointerdown']) removeEventListener(name, this.#onUse);
    document.removeEventListener('visibilitychange', this.#onTime);
  }

  readonly #onUse = (): void => {
    this.#usedAt = performance.now();
  };

  readonly #onTime = (): void => {
    const isAlone = performance.now() - this.#usedAt > ALONE_AFTER;
    if (document.visibilityState === 'visible' && !isAlone) this.look();
  };
}
