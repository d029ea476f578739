/** What the page of a dossier draws with. */
import type { Attachment } from '@motcua/schemas';
import type { FlowTexts } from '../flow-texts.js';
import type { Task } from '../supplement/supplement-draft.js';
import type { StatusState } from './status-session.js';

export interface DossierView {
  words: FlowTexts;
  state: StatusState;
  /** By the gateway's clock. */
  now: Date;
  act: DossierActs;
}

export interface DossierActs {
  /** Can answers be sent anew from this page? */
  readonly canEdit: boolean;
  showAnswers(): void;
  withdraw(): void | Promise<void>;
  openTask(task: Task): void;
  openLetter(sequence: number, how?: { print: boolean }): void;
  closeLetter(): void;
  printLetter(): void;
  saveLetter(): void;
  download(file: Attachment): void | Promise<void>;
}
