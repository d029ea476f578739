/**
 * Mẫu 06: the dossiers that an agency received on a range of days.
 */
import type { Agency, Register } from '@motcua/schemas';
import type { RegisterRequest } from '../../http/wire-validator.js';
import { GatewayProblem } from '../../http/problem.js';
import type { ReceivedDossier, RegisterStore } from '../../ports/register-store.js';
import { describeState } from '../states.js';
import { addDays, instantOn } from '../time/plain-date.js';

const MOST_DAYS = 366;
const MOST_ROWS = 1000;
/** One electronic dossier is one set. */
const SETS = 1;

/**
 * One page of the register.
 * @throws GatewayProblem `register.range-refused`
 */
export async function readRegister(
  { from, to, after = 0 }: RegisterRequest,
  agency: Agency,
  store: RegisterStore,
  at: Date,
  mostRows = MOST_ROWS,
): Promise<Register> {
  if (to < from || to >= addDays(from, MOST_DAYS)) throw new GatewayProblem('register.range-refused');
  const found = await store.list({
    agencyCode: agency.code,
    from: instantOn(from, 0),
    before: instantOn(addDays(to, 1), 0),
    after,
    limit: mostRows + 1,
  });
  const rows = found.slice(0, mostRows).map((row, index) => describeRow(row, after + index + 1));
  return {
    form: '06',
    agency,
    from,
    to,
    issuedAt: at.toISOString(),
    rows,
    ...(found.length > rows.length ? { next: after + rows.length } : {}),
  };
}

function describeRow(row: ReceivedDossier, number: number): Register['rows'][number] {
  const { code, procedure, applicant, receivedAt, dueAt, completedAt, returnedAt, state } = row;
  return {
    number,
    code,
    procedure: { slug: procedure.slug, title: procedure.title },
    applicant,
    sets: SETS,
    receivedAt: receivedAt.toISOString(),
    ...(dueAt === undefined ? {} : { dueAt: dueAt.toISOString() }),
    ...(completedAt === undefined ? {} : { completedAt: completedAt.toISOString() }),
    ...(returnedAt === undefined ? {} : { returnedAt: returnedAt.toISOString() }),
    state: describeState(state),
  };
}
