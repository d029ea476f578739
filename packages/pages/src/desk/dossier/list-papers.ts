/** The papers of a dossier, and the files of its result after them, as the viewer shows them. */
import type { DeskDossier } from '@motcua/schemas';
import { pickText, type DeskTexts } from '../text/desk-texts.js';
import type { ViewedPaper } from '../papers/papers-view.js';
import { labelPlace } from './list-answers.js';
import type { FiledProcedure } from './load-procedure.js';

export function listPapers(
  { papers, steps }: DeskDossier,
  filed: FiledProcedure | undefined,
  words: DeskTexts,
): readonly ViewedPaper[] {
  const given = papers.map(({ pointer, document, attachment }) => {
    const paper = filed?.record.requiredDocuments.find(({ id }) => id === document);
    return { ...attachment, label: paper ? pickText(paper.name, words.locale) : labelPlace(pointer, filed) };
  });
  const results = steps.flatMap((step) => step.results ?? []);
  return [...given, ...results.map((file) => ({ ...file, label: words.t('papers.result') }))];
}
