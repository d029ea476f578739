import { createImmutableResponder } from '../http/packed-answer.js';
import { GatewayProblem } from '../http/problem.js';
import type { Route } from '../http/route.js';
import type { ProcedureRepository } from '../ports/procedure-repository.js';

/** GET /v1/plans/{hash}.{planFormat}, /v1/locales/{hash}, /v1/catalogs/{name}.{version}: answers that never change. */
export function immutableTextRoutes(procedures: ProcedureRepository): Route[] {
  const respond = createImmutableResponder();
  return [
    {
      path: '/v1/plans/:address',
      methods: {
        GET({ request, parameters }) {
          const [hash, format] = splitAtDot(parameters['address']);
          const text = /^[0-9]{1,6}$/.test(format) ? procedures.findPlan(hash, Number(format)) : undefined;
          if (text === undefined) throw new GatewayProblem('plan.not-found');
          return respond(request, text);
        },
      },
    },
    {
      path: '/v1/locales/:hash',
      methods: {
        GET({ request, parameters }) {
          const text = procedures.findLocale(parameters['hash'] ?? '');
          if (text === undefined) throw new GatewayProblem('locale.not-found');
          return respond(request, text);
        },
      },
    },
    {
      path: '/v1/catalogs/:address',
      methods: {
        GET({ request, parameters }) {
          const [name, version] = splitAtDot(parameters['address']);
          const catalog = procedures.findCatalog(name, version);
          if (catalog === undefined) throw new GatewayProblem('catalog.not-found');
          return respond(request, catalog.text);
        },
      },
    },
  ];
}

function splitAtDot(address = ''): [string, string] {
  const dot = address.indexOf('.');
  return dot < 0 ? [address, ''] : [address.slice(0, dot), address.slice(dot + 1)];
}
