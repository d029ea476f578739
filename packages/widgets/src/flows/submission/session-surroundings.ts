/** What the fields of an open draft draw with; the same object as long as nothing in it changed, so that no field is drawn for nothing. */
import type { FieldSurroundings } from '../../controls/control.js';
import { type CatalogDirectory, createCatalogDirectory } from '../../form/catalog-directory.js';
import type { FlowTexts } from '../flow-texts.js';
import type { SubmissionSession } from './submission-session.js';

export class SessionSurroundings {
  #known: FieldSurroundings | undefined;
  #stop: (() => void) | undefined;

  /** `changed` is called when sections come or go with the answers, and when uploads move. */
  constructor(private readonly changed: () => void) {}

  get catalogs(): CatalogDirectory | undefined {
    return this.#known?.catalogs;
  }

  /** Absent until the plan is there. */
  of(session: SubmissionSession, words: FlowTexts): FieldSurroundings | undefined {
    const { fill, papers } = session;
    const { texts } = session.state.get();
    if (!fill || !papers || !texts) return undefined;
    const known = this.#known;
    const same = known?.words === words && known.texts === texts && known.papers.version === papers.version;
    if (same) return known;
    const catalogs =
      known?.words === words ? known.catalogs : createCatalogDirectory(fill.catalogs, words.locale, fill.loadCompanion);
    this.#watch(session);
    this.#known = {
      words,
      texts,
      catalogs,
      papers: {
        version: papers.version,
        of: (pointer) => papers.of(pointer),
        add: (pointer, files) => papers.add(pointer, files),
        remove: (pointer, fileId) => void papers.remove(pointer, fileId),
        retry: (pointer, fileId) => papers.retry(pointer, fileId),
        offer: (pointer, fileId, file) => void papers.offer(pointer, fileId, file),
        saveNow: () => session.saveNow(),
      },
    };
    return this.#known;
  }

  forget(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#known = undefined;
  }

  #watch({ form, papers }: SubmissionSession): void {
    this.#stop?.();
    const stops = [form?.steps, form?.issues, papers?.version].map((readable) => readable?.subscribe(this.changed));
    this.#stop = () => stops.forEach((stop) => stop?.());
  }
}
