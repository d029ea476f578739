/** Units of before in the search of an address: each says what it is now, and choosing one proposes, never answers. */
import type { FormerUnit, FormerUnits, SearchHit, UnitCandidate } from '@motcua/form-engine/text';
import type { AddressProposal } from '../elements/address-field/address-proposal.js';
import type { ComboboxOption, ComboboxSearch } from '../elements/combobox-field/combobox-option.js';
import type { FlowTexts } from '../flows/flow-texts.js';
import type { CatalogDirectory } from './catalog-directory.js';
import { unitInSentence } from './unit-names.js';
import type { Commune } from './unit-directory.js';
import { communeOption } from './unit-options.js';

/** With so many communes of today found by their own name, nobody misses an old name; below, the file of former units is fetched. */
const enough = 8;
const shown = 30;
/** Titles that no unit has today. */
const formerTitle = /^(?:q|quận|quan|h|huyện|huyen|tx|thị xã|thi xa|tt|thị trấn|thi tran)(?:[\s.]|\d|$)/iu;

/** Communes of today at once; with them, where they are few or an old title is typed, the units of before. */
export function searchUnits(catalogs: CatalogDirectory, words: FlowTexts): ComboboxSearch {
  let former: FormerUnits | undefined;
  return (query) => {
    const now = (catalogs.units?.searchCommunes(query) ?? []).map(communeOption);
    const text = query.trim();
    if (text.length < 2) return now;
    if (former !== undefined) return [...now, ...findFormer(text, former, catalogs, words)];
    const byName = now.filter(({ ranges }) => ranges !== undefined && ranges.length > 0);
    if (byName.length >= enough && !formerTitle.test(text)) return now;
    const later = catalogs.former().then((units) => {
      former = units;
      return units === undefined ? now : [...now, ...findFormer(text, units, catalogs, words)];
    });
    return { now, later };
  };
}

/** What to ask about a former unit; undefined for a code that is none. */
export async function proposeUnits(
  code: string,
  catalogs: CatalogDirectory,
  words: FlowTexts,
): Promise<AddressProposal | undefined> {
  const former = await catalogs.former();
  const proposal = former?.propose(code);
  if (proposal === undefined) return undefined;
  const candidates = proposal.candidates.flatMap(({ commune: current, doubts }) => {
    const commune = catalogs.units?.commune(current);
    if (commune === undefined) return [];
    return [
      { value: commune.code, label: commune.fullName, detail: commune.province.fullName, doubtful: doubts.length > 0 },
    ];
  });
  const { fullName, within } = proposal.unit;
  candidates.sort((a, b) => a.label.localeCompare(b.label, words.locale, { numeric: true }));
  return { former: [fullName, within].filter(Boolean).join(', '), candidates };
}

function findFormer(
  query: string,
  former: FormerUnits,
  catalogs: CatalogDirectory,
  words: FlowTexts,
): readonly ComboboxOption[] {
  return former
    .search(query, shown)
    .flatMap((hit) => formerOption(hit, former.propose(hit.entry.value.code)?.candidates ?? [], catalogs, words));
}

/** A unit that goes on under its name is found among those of today already. */
function formerOption(
  { entry: { value: unit }, ranges }: SearchHit<FormerUnit>,
  candidates: readonly UnitCandidate[],
  catalogs: CatalogDirectory,
  words: FlowTexts,
): readonly ComboboxOption[] {
  const communes = candidates.flatMap(({ commune }) => catalogs.units?.commune(commune) ?? []);
  const [only] = communes;
  if (only === undefined || (communes.length === 1 && only.fullName === unit.fullName)) return [];
  return [
    {
      value: '',
      proposes: unit.code,
      label: unit.fullName,
      detail: describeNow(unit, communes, words),
      group: words.t('address.formerGroup'),
      ranges,
      icon: 'former',
    },
  ];
}

function describeNow({ within }: FormerUnit, communes: readonly Commune[], words: FlowTexts): string {
  const [only] = communes;
  return communes.length === 1 && only !== undefined
    ? words.t('address.formerNow', { within, now: unitInSentence(only.fullName) })
    : words.t('address.formerDivided', { within, count: communes.length });
}
