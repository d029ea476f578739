/** Answers of an invented family, as the procedure's own examples give them, moved to today. */
import type { JsonObject } from '@motcua/client';
import fatherLate from '@motcua/schemas/procedures/civil-status/birth-registration/examples/valid-father-late.json';
import motherOnTime from '@motcua/schemas/procedures/civil-status/birth-registration/examples/valid-mother-on-time.json';

export const slug = 'civil-status/birth-registration';

/** The agency of phường Hà Đông. */
export const agencyCode = '09556';

export const stepIds = ['requester', 'child', 'mother', 'father', 'copies-delivery', 'papers'] as const;
export type StepId = (typeof stepIds)[number];

const membersOf: Readonly<Record<StepId, readonly string[]>> = {
  requester: ['requester'],
  child: ['child'],
  mother: ['mother'],
  father: ['father'],
  'copies-delivery': ['copies', 'delivery', 'note'],
  papers: ['papers'],
};

/** Everything but the papers, which are files of a draft. @param today yyyy-mm-dd by the gateway's clock. */
export function allAnswers(today: string): JsonObject {
  const data = structuredClone(motherOnTime.data) as unknown as JsonObject;
  return {
    ...data,
    child: { ...(data['child'] as JsonObject), birthDate: daysBefore(today, 10) },
    papers: { birthEvidence: 'birth-certificate' },
  };
}

/** The answers of the steps before one, so that it is open and empty. The other parent declares, so that nothing is filled from the requester. */
export function answersBefore(step: StepId, today: string): JsonObject {
  const declaring = step === 'mother' ? (structuredClone(fatherLate.data) as unknown as JsonObject) : allAnswers(today);
  const members = stepIds.slice(0, stepIds.indexOf(step)).flatMap((id) => membersOf[id]);
  return Object.fromEntries(Object.entries(declaring).filter(([name]) => members.includes(name)));
}

/** @param date yyyy-mm-dd */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10);
}
