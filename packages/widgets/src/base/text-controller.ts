/** Gives an element its words: those of the provider above it, Vietnamese where none stands. */
import { ContextConsumer } from '@lit/context';
import type { ReactiveControllerHost } from 'lit';
import { localeContext } from '../context/locale-context.js';
import type { ElementTextKey } from '../text/elements.vi.js';
import { defaultTexts } from '../text/load-texts.js';
import type { LocaleCode, TextParams, Texts } from '../text/texts.js';

export class TextController {
  readonly #consumer: ContextConsumer<typeof localeContext, ReactiveControllerHost & HTMLElement>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#consumer = new ContextConsumer(host, { context: localeContext, subscribe: true });
  }

  get texts(): Texts<ElementTextKey> {
    return this.#consumer.value ?? defaultTexts;
  }

  get locale(): LocaleCode {
    return this.texts.locale;
  }

  t(key: ElementTextKey, params?: TextParams): string {
    return this.texts.t(key, params);
  }
}
