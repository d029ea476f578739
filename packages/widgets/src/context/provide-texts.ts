/** Hands a catalogue of words down from an element to every element below it. */
import { ContextProvider } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { ElementTextKey } from '../text/elements.vi.js';
import { defaultTexts } from '../text/load-texts.js';
import type { Texts } from '../text/texts.js';
import { localeContext } from './locale-context.js';

/** Starts with Vietnamese; call the result to change the words. */
export function provideTexts(host: ReactiveElement): (texts: Texts<ElementTextKey>) => void {
  const provider = new ContextProvider(host, { context: localeContext, initialValue: defaultTexts });
  return (texts) => provider.setValue(texts);
}
