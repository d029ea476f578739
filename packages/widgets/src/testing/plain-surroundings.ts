/** What a field draws with where there is neither a procedure nor a gateway: its labels alone, no catalogues, no papers. */
import type { FieldSurroundings } from '../controls/control.js';
import { type FlowTexts, vietnameseFlowTexts } from '../flows/flow-texts.js';
import { createCatalogDirectory } from '../form/catalog-directory.js';

export function plainSurroundings(
  labels: Readonly<Record<string, string>>,
  words: FlowTexts = vietnameseFlowTexts,
): FieldSurroundings {
  const fields = Object.fromEntries(Object.entries(labels).map(([pointer, label]) => [pointer, { label }]));
  const nothing = (): void => undefined;
  return {
    words,
    texts: {
      locale: words.locale,
      title: '',
      steps: {},
      sections: {},
      fields,
      declaration: '',
      submitAction: '',
      sentTitle: '',
    },
    catalogs: createCatalogDirectory({}, words.locale),
    papers: {
      version: { get: () => 0, subscribe: () => nothing },
      of: () => [],
      add: nothing,
      remove: nothing,
      retry: nothing,
      offer: nothing,
      saveNow: () => Promise.resolve(),
    },
  };
}
