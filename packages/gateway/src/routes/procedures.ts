import type { PublishedProcedure } from '@motcua/schemas';
import { respondWithTaggedJson } from '../http/json-answer.js';
import { GatewayProblem } from '../http/problem.js';
import type { Route } from '../http/route.js';
import { readToday, type Clock } from '../ports/clock.js';
import type { Catalog, OpenProcedure, ProcedureRepository } from '../ports/procedure-repository.js';

/** GET /v1/procedures and GET /v1/procedures/{sector}/{name}. */
export function procedureRoutes(procedures: ProcedureRepository, clock: Clock): Route[] {
  return [
    {
      path: '/v1/procedures',
      methods: {
        GET: ({ request }) =>
          respondWithTaggedJson(request, JSON.stringify({ procedures: procedures.list().map(summarise) })),
      },
    },
    {
      path: '/v1/procedures/:sector/:name',
      methods: {
        GET({ request, parameters }) {
          const procedure = procedures.find(`${parameters['sector'] ?? ''}/${parameters['name'] ?? ''}`);
          if (!procedure) throw new GatewayProblem('procedure.not-found');
          return respondWithTaggedJson(
            request,
            JSON.stringify(publish(procedure, procedures.listCatalogs(), readToday(clock))),
          );
        },
      },
    },
  ];
}

function summarise({ slug, record }: OpenProcedure): object {
  const { code, version, title, sector, summary } = record;
  return { slug, code, version, title, sector, summary, url: `/v1/procedures/${slug}` };
}

function publish(
  { slug, record, plan, locales }: OpenProcedure,
  catalogs: readonly Catalog[],
  today: string,
): PublishedProcedure {
  return {
    slug,
    record,
    plan: { hash: plan.hash, format: plan.planFormat, url: `/v1/plans/${plan.hash}.${plan.planFormat}` },
    locales: Object.fromEntries(
      Object.entries(locales).map(([language, { hash }]) => [language, { hash, url: `/v1/locales/${hash}` }]),
    ),
    catalogs: {
      ...Object.fromEntries(Object.entries(plan.catalogs).map(([name, version]) => [name, addressOf(name, version)])),
      ...Object.fromEntries(findCompanions(plan.catalogs, catalogs)),
    },
    today,
  };
}

/** Catalogues that a page may load beside those of the plan: no procedure names them, and no answer is checked against them. */
function findCompanions(
  versions: Readonly<Record<string, string>>,
  catalogs: readonly Catalog[],
): [string, PublishedProcedure['catalogs'][string]][] {
  return catalogs.flatMap(({ name, version, companionOf }) =>
    companionOf !== undefined && versions[companionOf.name] === companionOf.version
      ? [[name, { ...addressOf(name, version), companionOf: companionOf.name }]]
      : [],
  );
}

function addressOf(name: string, version: string): { version: string; url: string } {
  return { version, url: `/v1/catalogs/${name}.${version}` };
}
