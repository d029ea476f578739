/** Fields of a real form of the published procedure, with everything around them that a journey gives. */
import '@motcua/widgets/define/submission';
import { createUploadKey, type JsonObject } from '@motcua/client';
import { createForm, type Draft, type Field, type FormOptions } from '@motcua/form-engine/runtime';
import type { FieldSurroundings } from '../../packages/widgets/src/controls/control.js';
import { loadFlowTexts } from '../../packages/widgets/src/flows/flow-texts.js';
import { loadFill, loadTexts } from '../../packages/widgets/src/flows/submission/load-procedure.js';
import { Papers } from '../../packages/widgets/src/flows/submission/papers.js';
import { createCatalogDirectory } from '../../packages/widgets/src/form/catalog-directory.js';
import { slug } from './answers.js';
import { prepare } from './prepared-draft.js';

/** One way in which a story shows its field. */
export interface FieldCase {
  readonly caption: string;
  readonly answers: JsonObject;
  /** What was typed and is no answer. */
  readonly inputs?: Draft['inputs'];
  /** Checks the field, so that what is wrong is shown. */
  readonly checked?: boolean;
  /** Begins with these values in place of the answers. */
  readonly prefill?: FormOptions['prefill'];
  /** Files given by the citizen. */
  readonly files?: readonly File[];
}

export interface ShownField {
  readonly caption: string;
  readonly field: Field;
  readonly around: FieldSurroundings;
}

/** Makes one form for each case. @param describe Gets today by the gateway's clock, as yyyy-mm-dd. */
export async function prepareFields(
  pointer: string,
  locale: 'vi' | 'en',
  describe: (today: string) => readonly FieldCase[] | Promise<readonly FieldCase[]>,
): Promise<readonly ShownField[]> {
  const { connect, published } = await prepare();
  const client = connect({ storage: 'memory' });
  const [fill, texts, words] = await Promise.all([
    loadFill(client, published),
    loadTexts(client, published, locale),
    loadFlowTexts(locale),
  ]);
  const { version, hash: planHash } = fill.plan;
  const catalogs = createCatalogDirectory(fill.catalogs, locale, fill.loadCompanion);
  const cases = await describe(published.today);
  return Promise.all(
    cases.map(async ({ caption, answers, inputs = {}, checked = false, prefill, files = [] }) => {
      const form = createForm(fill.plan, {
        ...fill.further,
        today: published.today,
        ...(prefill
          ? { prefill }
          : { draft: { slug, version, planHash, data: answers, inputs, touched: [], provenance: {} } }),
      });
      const { id: draftId } = await client.drafts.create(slug);
      const papers = new Papers({ client, form, draftId, uploadKey: createUploadKey(), onChange: () => undefined });
      if (files.length > 0) papers.add(pointer, files);
      if (checked) await form.validate({ pointer });
      return { caption, field: form.field(pointer), around: { words, texts, catalogs, papers: actionsOf(papers) } };
    }),
  );
}

function actionsOf(papers: Papers): FieldSurroundings['papers'] {
  return {
    version: papers.version,
    of: (pointer) => papers.of(pointer),
    add: (pointer, files) => papers.add(pointer, files),
    remove: (pointer, fileId) => void papers.remove(pointer, fileId),
    retry: (pointer, fileId) => papers.retry(pointer, fileId),
    offer: (pointer, fileId, file) => void papers.offer(pointer, fileId, file),
    saveNow: () => Promise.resolve(),
  };
}
