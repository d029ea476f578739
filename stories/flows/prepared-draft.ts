/** Prepares what a story of a journey begins with: a clean device, a draft on any page, a dossier that was sent. */
import {
  type Client,
  type ClientOptions,
  createClient,
  createIdempotencyKey,
  createLookupSecret,
  createUploadKey,
  type DraftContent,
  formatLookupSecret,
  hashLookupSecret,
  type JsonObject,
} from '@motcua/client';
import { createForm, type Draft, type Plan } from '@motcua/form-engine/runtime';
import type { Confirmation, PublishedProcedure } from '@motcua/schemas';
import { photographPaper } from '../paint-paper.js';
import { agencyCode, allAnswers, slug, type StepId } from './answers.js';
import { findGateway } from './gateway.js';

export interface Prepared {
  readonly gateway: string;
  readonly client: Client;
  readonly published: PublishedProcedure;
  readonly plan: Plan;
  /** Another client of the same gateway, with the same drafts unless the options say otherwise. */
  connect(options: Omit<ClientOptions, 'gateway'>): Client;
}

export type Place = { name: 'agency' | 'review' | 'confirmation' } | { name: 'step'; id: StepId };

/** Which draft this tab has open is remembered here by the element. */
const activeDraft = `motcua.draft.${slug}`;
const certificate = '/papers/birthCertificate';

/** Takes away what other stories left, and loads the procedure. All stories share one origin. */
export async function prepare(): Promise<Prepared> {
  const gateway = await findGateway();
  const client = createClient({ gateway });
  sessionStorage.removeItem(activeDraft);
  await client.drafts.wipe();
  const published = await client.procedures.get(slug);
  const plan = (await client.procedures.plan(published)) as unknown as Plan;
  return { gateway, client, published, plan, connect: (options) => createClient({ gateway, ...options }) };
}

export interface DraftOptions {
  place: Place;
  answers?: JsonObject;
  /** Put into the form as it was typed, by pointer, though it is no answer. */
  inputs?: Draft['inputs'];
  /** Photos of the birth certificate, by name. */
  photos?: readonly string[];
  /** Shown at once by the element (default), else only offered on the start page. */
  open?: boolean;
}

/** Stores a draft as the element would have; resolves with its id. */
export async function prepareDraft(prepared: Prepared, options: DraftOptions): Promise<string> {
  const { id } = await buildDraft(prepared, options);
  if (options.open ?? true) sessionStorage.setItem(activeDraft, id);
  return id;
}

export interface Sent {
  readonly confirmation: Confirmation;
  /** In groups, as it is shown. */
  readonly secret: string;
}

/** Sends a dossier; its draft stands on the confirmation. */
export async function prepareSent(prepared: Prepared, { open = true } = {}): Promise<Sent> {
  const { client, published, plan } = prepared;
  const answers = allAnswers(published.today);
  const { id, content } = await buildDraft(prepared, {
    place: { name: 'review' },
    answers,
    photos: ['giay-chung-sinh.png'],
  });
  const form = createForm(plan, { today: published.today, draft: content['form'] as unknown as Draft });
  const keys = content as unknown as DraftKeys;
  const confirmation = await client.dossiers.submit(
    slug,
    {
      procedure: { slug, version: plan.version, planHash: plan.hash },
      agency: agencyCode,
      locale: 'vi',
      data: form.toSubmission(),
      declaration: true,
      lookupSecretHash: await hashLookupSecret(keys.lookupSecret),
    },
    { key: keys.submitKey, uploadKey: keys.uploadKey },
  );
  form.dispose();
  await client.drafts.save(id, plainJson({ ...content, place: { name: 'confirmation' }, confirmation }));
  if (open) sessionStorage.setItem(activeDraft, id);
  return { confirmation, secret: formatLookupSecret(keys.lookupSecret) };
}

interface DraftKeys {
  lookupSecret: string;
  submitKey: string;
  uploadKey: string;
}

async function buildDraft({ client, plan }: Prepared, { place, answers = {}, inputs = {}, photos = [] }: DraftOptions) {
  const { id } = await client.drafts.create(slug);
  const uploadKey = createUploadKey();
  const sent = [];
  for (const name of photos) sent.push(await sendPhoto(client, id, uploadKey, name));
  const data = sent.length === 0 ? answers : withCertificate(answers, sent);
  const form: Draft = { slug, version: plan.version, planHash: plan.hash, data, inputs, touched: [], provenance: {} };
  const content = plainJson({
    format: 1,
    form,
    place,
    agency: agencyCode,
    lookupSecret: createLookupSecret(),
    submitKey: createIdempotencyKey(),
    uploadKey,
    papers: sent.length === 0 ? {} : { [certificate]: sent.map(({ fileId, name }) => ({ fileId, name })) },
    unanswered: [],
  });
  await client.drafts.save(id, content);
  return { id, content };
}

async function sendPhoto(client: Client, draftId: string, uploadKey: string, name: string) {
  const fileId = createIdempotencyKey();
  const file = await photographPaper(name);
  const { attachment, problem } = await client.uploads
    .start({ file, pointer: certificate, draftId, uploadKey, fileId })
    .settled();
  if (!attachment) throw new Error(`The gateway did not take ${name}: ${problem?.code ?? ''}`);
  return { fileId, name, attachment };
}

function withCertificate(answers: JsonObject, sent: readonly { attachment: unknown }[]): JsonObject {
  const papers = { ...(answers['papers'] as JsonObject), birthCertificate: sent.map(({ attachment }) => attachment) };
  return plainJson({ ...answers, papers });
}

function plainJson(value: unknown): DraftContent {
  return JSON.parse(JSON.stringify(value)) as DraftContent;
}
