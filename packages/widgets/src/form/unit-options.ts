/** Communes as the options of a combobox: the unit, its province under it, the matched letters marked. */
import type { SearchHit } from '@motcua/form-engine/text';
import type { ComboboxOption } from '../elements/combobox-field/combobox-option.js';
import type { Commune } from './unit-directory.js';

export function communeOption({ entry: { value: commune }, ranges }: SearchHit<Commune>): ComboboxOption {
  return { value: commune.code, label: commune.fullName, detail: commune.province.fullName, ranges, icon: 'place' };
}
