import type { PublishedProcedure } from '@motcua/schemas';
import type { Catalogs, PlanDocument, Procedures } from '../client.js';
import { UsageError } from '../errors/client-error.js';
import type { JsonObject } from '../json.js';
import { isRecord, recognizeMembers } from '../transport/read-answer.js';
import type { Transport } from '../transport/transport.js';
import type { ImmutableDocuments } from './immutable-documents.js';
import { procedurePath } from './slug.js';

const recognizePublished = recognizeMembers<PublishedProcedure>({
  slug: 'string',
  record: 'object',
  plan: 'object',
  locales: 'object',
  catalogs: 'object',
  today: 'string',
});
const recognizePlan = recognizeMembers<PlanDocument>({ planFormat: 'number', slug: 'string', hash: 'string' });

export function createProcedures(transport: Transport, documents: ImmutableDocuments): Procedures {
  return {
    get: (slug, options) =>
      // `no-cache`: one conditional request, so that `today` and the plan's address are never old.
      transport.request({
        path: procedurePath(slug),
        recognize: recognizePublished,
        cache: 'no-cache',
        signal: options?.signal,
      }),
    plan: (published) =>
      documents.get(
        published.plan.url,
        (json): json is PlanDocument => recognizePlan(json) && json.hash === published.plan.hash,
      ),
    async texts(published, locale) {
      const place = ownMember(published.locales, locale);
      if (!place) throw new UsageError('client.unknown-locale');
      return documents.get(place.url, isJsonObject);
    },
  };
}

export function createCatalogs(documents: ImmutableDocuments): Catalogs {
  return {
    async get(published, name) {
      const place = ownMember(published.catalogs, name);
      if (!place) throw new UsageError('client.unknown-catalog');
      return documents.get(place.url, isJsonObject);
    },
  };
}

function ownMember<T>(members: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function isJsonObject(json: unknown): json is JsonObject {
  return isRecord(json);
}
