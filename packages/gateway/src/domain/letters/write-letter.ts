/**
 * The letter that a step of a dossier issues, as data: a pure function of what is known at that moment.
 */
import type { JsonObject } from '@motcua/form-engine';
import type {
  ApologyLetter,
  ControlSheet,
  Letter,
  ReceptionSlip,
  ResultStatement,
  SupplementLetter,
} from '@motcua/schemas';
import type { DossierEvent } from '../../ports/dossier-store.js';
import type { OpenProcedure, ProcedureRepository } from '../../ports/procedure-repository.js';
import type { AdministrativeUnits } from '../administrative-units.js';
import { readResults } from '../describe-dossier.js';
import { findPapers } from '../desk/find-papers.js';
import { createFieldLabels, type FieldLabels } from './field-labels.js';
import type { LetterStep } from './letter-step.js';
import { readApplicant } from './read-applicant.js';

/** A letter that is issued with a step and kept; a control sheet is made when it is read. */
export type IssuedLetter = Exclude<Letter, ControlSheet>;
type Common = Omit<ControlSheet, 'kind' | 'form' | 'steps' | 'receivedAt' | 'dueAt'>;

export interface LetterSources {
  procedures: ProcedureRepository;
  units: AdministrativeUnits;
}

interface LetterParts extends LetterStep {
  common: Common;
  labels: FieldLabels;
}

const WRITERS: Readonly<Record<string, (parts: LetterParts) => IssuedLetter>> = {
  receive: writeReceptionSlip,
  requestSupplement: writeSupplementRequest,
  refuse: ({ common, event }) => ({ kind: 'refusal', form: '03', ...common, reason: event.note ?? '' }),
  apologise: writeApology,
  complete: writeResult,
  return: writeResult,
};

/** Without a signature; nothing for a step that issues no letter. */
export function writeLetter(step: LetterStep, sources: LetterSources): IssuedLetter | undefined {
  const move = step.event.move ?? '';
  if (!Object.hasOwn(WRITERS, move)) return undefined;
  const filed = findFiled(step, sources.procedures);
  // Papers and labels outlive a version: an old dossier is named by what the procedure calls them now.
  const labels = createFieldLabels(filed ?? sources.procedures.find(step.stored.procedure.slug));
  return WRITERS[move]?.({ ...step, common: writeCommon(step, filed, sources.units), labels });
}

/** What every form says. */
export function writeCommon(
  { stored, event, change }: LetterStep,
  filed: OpenProcedure | undefined,
  units: AdministrativeUnits,
): Common {
  const officialCode = change.officialCode ?? stored.officialCode;
  return {
    sequence: event.sequence,
    issuedAt: event.at.toISOString(),
    code: officialCode ?? stored.provisionalCode,
    provisionalCode: stored.provisionalCode,
    ...(officialCode === undefined ? {} : { officialCode }),
    agency: stored.agency,
    procedure: stored.procedure,
    applicant: readApplicant(stored, filed, units),
    payloadHash: stored.confirmation.payloadHash,
  };
}

/** The procedure as the dossier was filed under it; nothing when another version is open by now. */
export function findFiled(
  { stored }: Pick<LetterStep, 'stored'>,
  procedures: ProcedureRepository,
): OpenProcedure | undefined {
  const open = procedures.find(stored.procedure.slug);
  return open?.plan.hash === stored.procedure.planHash ? open : undefined;
}

/** One electronic dossier is one set. */
const SETS = 1;

function writeReceptionSlip({ common, labels, stored, event, dueAt }: LetterParts): ReceptionSlip {
  const limit = event.details?.rule?.limit;
  return {
    kind: 'receptionSlip',
    form: '01',
    ...common,
    papers: listPapers(stored.submission.data as JsonObject, labels),
    sets: SETS,
    ...(limit === undefined ? {} : { timeLimit: { ...limit } }),
    receivedAt: event.at.toISOString(),
    ...(dueAt === undefined ? {} : { dueAt: dueAt.toISOString() }),
  };
}

/** Each paper once, with the number of its files. */
function listPapers(data: JsonObject, labels: FieldLabels): ReceptionSlip['papers'] {
  const counts = new Map<string, number>();
  for (const { pointer } of findPapers(data)) counts.set(pointer, (counts.get(pointer) ?? 0) + 1);
  return [...counts].map(([pointer, electronicFiles]) => ({ name: labels.nameField(pointer), electronicFiles }));
}

function writeSupplementRequest({ common, labels, event }: LetterParts): SupplementLetter {
  const items = (event.details?.items ?? []).map((item) =>
    'pointer' in item
      ? { label: labels.nameField(item.pointer), reason: item.reason, pointer: item.pointer }
      : { label: labels.nameDocument(item.document), reason: item.reason, document: item.document },
  );
  return { kind: 'supplementRequest', form: '02', ...common, items, ...keepNote(event) };
}

function writeApology({ common, stored, event, dueAt }: LetterParts): ApologyLetter {
  if (dueAt === undefined) throw new Error('an apology without a new date');
  return {
    kind: 'apology',
    form: '04',
    ...common,
    reason: event.note ?? '',
    ...(stored.dueAt === undefined ? {} : { previousDueAt: stored.dueAt.toISOString() }),
    dueAt: dueAt.toISOString(),
  };
}

/** On completion and again on handing over, which adds its time. */
function writeResult({ common, stored, event, dueAt }: LetterParts): ResultStatement {
  const history = [...stored.history, event];
  const completed = history.find(({ move }) => move === 'complete') ?? event;
  return {
    kind: 'result',
    ...common,
    files: readResults({ ...stored, history }).map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    ...(dueAt === undefined ? {} : { dueAt: dueAt.toISOString() }),
    completedAt: completed.at.toISOString(),
    ...(event.move === 'return' ? { returnedAt: event.at.toISOString() } : {}),
    ...keepNote(event),
  };
}

function keepNote({ note }: DossierEvent): { note?: string } {
  return note === undefined ? {} : { note };
}
