/** What the holder of a dossier can do on its page. */
import type { Client } from '@motcua/client';
import type { MotcuaLetter } from '../../elements/letter/letter.js';
import { errorCode } from '../error-code.js';
import type { FlowTexts } from '../flow-texts.js';
import { saveFile } from '../save-file.js';
import { canEdit, openLetterPart, openSupplementPart, type Parts } from './open-parts.js';
import { makeSignedLetter } from './signed-letter.js';
import type { StatusSession } from './status-session.js';
import type { DossierActs } from './status-view.js';

/** The element around the page. */
export interface ActingPlace {
  parts(): Parts;
  session(): StatusSession | undefined;
  words(): FlowTexts;
  announce(message: string): void;
  /** The letter that is open, once it is drawn. */
  letter(): Promise<MotcuaLetter | null>;
  confirmWithdrawal(): Promise<boolean>;
  wholeClient(): Client | undefined;
  keepWholeClient(client: Client): void;
}

export function createDossierActs(place: ActingPlace): DossierActs {
  const { session } = place;
  /** A part of the page that could not be loaded is told like every other failure. */
  const load = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      session()?.fail(errorCode(error));
    }
  };
  const print = async (): Promise<void> => (await place.letter())?.print();
  return {
    get canEdit() {
      return canEdit(place.parts());
    },
    showAnswers: () => void session()?.showAnswers(),
    withdraw: async () => {
      if (await place.confirmWithdrawal()) await session()?.withdraw();
    },
    openTask: (task) =>
      void load(async () => {
        place.keepWholeClient(place.wholeClient() ?? (await openSupplementPart(place.parts())));
        session()?.openTask(task);
      }),
    openLetter: (sequence, how) =>
      void load(async () => {
        await openLetterPart();
        const isOpen = await session()?.openLetter(sequence);
        if (isOpen === true && how?.print === true) await print();
      }),
    closeLetter: () => session()?.closeLetter(),
    printLetter: () => void print(),
    saveLetter: () => {
      const letter = session()?.state.get().letter;
      if (letter) saveFile(makeSignedLetter(letter), `${letter.kind}-${letter.code}.json`);
    },
    download: async (file) => {
      const blob = await session()?.readResult(file);
      if (!blob) return;
      saveFile(blob, file.name);
      place.announce(place.words().t('status.downloaded', { name: file.name }));
    },
  };
}
