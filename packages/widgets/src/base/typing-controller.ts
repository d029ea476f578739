/**
 * Reads one text input. While an input method composes, its text is unfinished: nothing is reported and the input is not written to,
 * or the composition would break.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class TypingController implements ReactiveController {
  #composing = false;
  #reported: string | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly find: () => HTMLInputElement | HTMLTextAreaElement | null,
    private readonly wanted: () => string,
    private readonly report: (value: string) => void,
  ) {
    host.addController(this);
  }

  get composing(): boolean {
    return this.#composing;
  }

  /** Writes the wanted value into the input when they differ; equal text in another normal form is left alone, so the caret stays. */
  hostUpdated(): void {
    const input = this.find();
    const wanted = this.wanted();
    if (input === null || this.#composing || input.value.normalize('NFC') === wanted.normalize('NFC')) return;
    input.value = wanted;
    this.#reported = undefined;
  }

  readonly onCompositionStart = (): void => {
    this.#composing = true;
  };

  readonly onCompositionEnd = (): void => {
    this.#composing = false;
    this.#reportOnce();
  };

  readonly onInput = (event: Event): void => {
    // Some browsers send the last input event of a composition after its end, others before: the value is reported once either way.
    if (this.#composing || (event instanceof InputEvent && event.isComposing)) return;
    this.#reportOnce();
  };

  #reportOnce(): void {
    const value = this.find()?.value.normalize('NFC') ?? '';
    if (value === this.#reported && value === this.wanted()) return;
    this.#reported = value;
    this.report(value);
  }
}
