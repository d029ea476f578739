import type { AdministrativeUnits } from '../domain/administrative-units.js';
import { respondWithJson, SHORT_CACHE } from '../http/json-answer.js';
import { GatewayProblem } from '../http/problem.js';
import type { Route } from '../http/route.js';

/** GET /v1/agencies/{communeCode}. */
export function agencyRoute(units: AdministrativeUnits): Route {
  return {
    path: '/v1/agencies/:communeCode',
    methods: {
      GET({ parameters }) {
        const agency = units.findAgency(parameters['communeCode'] ?? '');
        if (!agency) throw new GatewayProblem('agency.not-found');
        return respondWithJson(JSON.stringify(agency), SHORT_CACHE);
      },
    },
  };
}
