/** The language of the interface, handed down the tree. Two copies of the library on a page meet in the same symbol. */
import { createContext } from '@lit/context';
import type { ElementTextKey } from '../text/elements.vi.js';
import type { Texts } from '../text/texts.js';

/** A provider may hold a catalogue with more keys (a flow's own words); elements ask only for theirs. */
export const localeContext = createContext<Texts<ElementTextKey>>(Symbol.for('motcua.locale'));
