import { readRegister } from '../../domain/letters/read-register.js';
import { NO_STORE, respondWithJson } from '../../http/json-answer.js';
import { GatewayProblem } from '../../http/problem.js';
import type { Route } from '../../http/route.js';
import { performAudited, readDeskBody, requireAgency, requireSession, type DeskServices } from './guard.js';

/** POST /v1/desk/register: Mẫu 06 of the own agency for a range of days. */
export function deskRegisterRoute(services: DeskServices): Route {
  return {
    path: '/v1/desk/register',
    methods: {
      async POST(context) {
        const { account } = await requireSession(context, services);
        const body = services.wire.readRegisterRequest(await readDeskBody(context.request, services.bodyLimits));
        return performAudited({ account, operation: 'register.read' }, services, async () => {
          const agency = services.units.findAgency(requireAgency(account));
          if (!agency) throw new GatewayProblem('officer.not-allowed');
          const register = await readRegister(body, agency, services.database.register, services.clock.now());
          return respondWithJson(JSON.stringify(register), NO_STORE);
        });
      },
    },
  };
}
