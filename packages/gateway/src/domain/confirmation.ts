/**
 * The gateway's signed word that a dossier was sent.
 */
import type { Agency, Confirmation, Submission } from '@motcua/schemas';
import type { OpenProcedure } from '../ports/procedure-repository.js';
import type { SigningKeys } from '../ports/signing-keys.js';
import { hashText, writeCanonicalJson } from './hash.js';

const JWS_TYPE = 'motcua-confirmation+jws';

export interface ConfirmationFacts {
  provisionalCode: string;
  submittedAt: Date;
  procedure: OpenProcedure;
  agency: Agency;
  submission: Submission;
}

/** Signs the RFC 8785 form of code, time, procedure, agency and payload hash. */
export async function signConfirmation(facts: ConfirmationFacts, keys: SigningKeys): Promise<Confirmation> {
  const { record, plan } = facts.procedure;
  const signed = {
    provisionalCode: facts.provisionalCode,
    submittedAt: facts.submittedAt.toISOString(),
    procedure: {
      slug: record.slug,
      code: record.code ?? '',
      version: record.version,
      planHash: plan.hash,
      title: record.title,
    },
    agency: facts.agency,
    payloadHash: hashText(writeCanonicalJson(facts.submission)),
  };
  const jws = await keys.sign(new TextEncoder().encode(writeCanonicalJson(signed)), JWS_TYPE);
  return { ...signed, state: { name: 'submitted' }, jws };
}
