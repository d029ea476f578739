/**
 * Every address of the gateway, and what whoever asks must hold. A route without a row fails the tests.
 */
import type { Operation } from '../domain/desk/authorisation.js';

/**
 * `nothing` anybody may; `upload-key` the capability of a draft; `lookup-secret` that of a dossier; `session` an officer's cookie, and the matrix of
 * operations above it; `credentials` a login; `operator` an address or a token of the configuration.
 */
export type Need = 'nothing' | 'upload-key' | 'lookup-secret' | 'session' | 'credentials' | 'operator';

export interface AccessRow {
  /** As `POST /v1/uploads`. */
  route: string;
  need: Need;
  /** Of the matrix. */
  operations?: readonly (Operation | `move.*`)[];
  /** A body that has the right shape. */
  body?: unknown;
  /** A page or a file of one, as it was built. */
  page?: true;
}

const PREVIEW = { move: 'receive' };
const NOBODY: { login: string; password: string } = { login: 'nobody', password: 'x'.repeat(12) };

export const ACCESS: readonly AccessRow[] = [
  { route: 'GET /healthz', need: 'nothing' },
  { route: 'GET /readyz', need: 'nothing' },
  { route: 'GET /metrics', need: 'operator' },
  { route: 'GET /mailbox', need: 'nothing', page: true },
  { route: 'GET /mailbox/', need: 'nothing', page: true },
  { route: 'GET /mailbox/messages', need: 'nothing', page: true },
  { route: 'GET /v1/health', need: 'nothing' },
  { route: 'GET /v1/procedures', need: 'nothing' },
  { route: 'GET /v1/procedures/:sector/:name', need: 'nothing' },
  { route: 'GET /v1/plans/:address', need: 'nothing' },
  { route: 'GET /v1/locales/:hash', need: 'nothing' },
  { route: 'GET /v1/catalogs/:address', need: 'nothing' },
  { route: 'GET /v1/agencies/:communeCode', need: 'nothing' },
  { route: 'GET /v1/keys', need: 'nothing' },
  { route: 'OPTIONS /v1/uploads', need: 'nothing' },
  { route: 'POST /v1/uploads', need: 'upload-key' },
  { route: 'HEAD /v1/uploads/:uploadId', need: 'upload-key' },
  { route: 'PATCH /v1/uploads/:uploadId', need: 'upload-key' },
  { route: 'DELETE /v1/uploads/:uploadId', need: 'upload-key' },
  {
    route: 'POST /v1/uploads/:uploadId/completion',
    need: 'upload-key',
    body: { sha256: '0'.repeat(64), name: 'a.pdf' },
  },
  { route: 'POST /v1/procedures/:sector/:name/dossiers', need: 'nothing', body: {} },
  { route: 'GET /v1/dossiers/:code', need: 'nothing' },
  { route: 'GET /v1/dossiers/:code/changes', need: 'nothing' },
  { route: 'HEAD /v1/dossiers/:code/changes', need: 'nothing' },
  { route: 'POST /v1/dossiers/:code/withdrawal', need: 'lookup-secret' },
  { route: 'POST /v1/dossiers/:code/submission', need: 'lookup-secret', body: {} },
  { route: 'POST /v1/dossiers/:code/supplement', need: 'lookup-secret', body: {} },
  { route: 'GET /v1/dossiers/:code/results/:uploadId', need: 'lookup-secret' },
  { route: 'GET /v1/dossiers/:code/letters/:sequence', need: 'lookup-secret' },
  { route: 'POST /v1/desk/session', need: 'credentials', body: NOBODY },
  { route: 'GET /v1/desk/session', need: 'session', operations: ['session.read'] },
  { route: 'DELETE /v1/desk/session', need: 'nothing' },
  { route: 'POST /v1/desk/queue', need: 'session', operations: ['queue.read'], body: {} },
  { route: 'GET /v1/desk/dossiers/:code', need: 'session', operations: ['dossier.read'] },
  { route: 'GET /v1/desk/dossiers/:code/papers/:uploadId', need: 'session', operations: ['paper.read'] },
  { route: 'POST /v1/desk/dossiers/:code/moves', need: 'session', operations: ['move.*'], body: PREVIEW },
  { route: 'GET /v1/desk/dossiers/:code/letters/:sequence', need: 'session', operations: ['letter.read'] },
  { route: 'GET /v1/desk/dossiers/:code/control-sheet', need: 'session', operations: ['letter.read'] },
  { route: 'POST /v1/desk/dossiers/:code/letters', need: 'session', operations: ['letter.preview'], body: PREVIEW },
  {
    route: 'POST /v1/desk/register',
    need: 'session',
    operations: ['register.read'],
    body: { from: '2026-11-20', to: '2026-11-20' },
  },
  {
    route: 'POST /v1/desk/receptions',
    need: 'session',
    operations: ['dossier.receive-many'],
    body: { dossiers: [{ code: 'TN-0000-0000-0000', version: 1 }] },
  },
  { route: 'POST /v1/desk/audit', need: 'session', operations: ['audit.read'], body: {} },
  { route: 'POST /v1/desk/alarms', need: 'session', operations: ['alarms.read'] },
  { route: 'POST /v1/desk/outbox/:id/replay', need: 'session', operations: ['message.replay'] },
  { route: 'GET /verify', need: 'nothing', page: true },
  { route: 'GET /verify/', need: 'nothing', page: true },
  { route: 'GET /verify/verify.html', need: 'nothing', page: true },
  { route: 'GET /verify/verify.html.sha256', need: 'nothing', page: true },
  { route: 'GET /verify/verify.js', need: 'nothing', page: true },
  { route: 'GET /verify/verify.css', need: 'nothing', page: true },
  { route: 'GET /verify/verify-worker.js', need: 'nothing', page: true },
  { route: 'GET /desk', need: 'nothing', page: true },
  { route: 'GET /desk/', need: 'nothing', page: true },
  { route: 'GET /desk/:file', need: 'nothing', page: true },
];

/** Values of path parameters: of somebody else's dossier and upload. */
export type Places = Readonly<Record<'code' | 'uploadId', string>>;

const SAMPLES: Readonly<Record<string, string>> = {
  sector: 'civil-status',
  name: 'birth-registration',
  communeCode: '00004',
  hash: '0'.repeat(64),
  sequence: '1',
  id: '1',
  file: 'desk.js',
};

/** The method and a whole address of a row. */
export function fillRoute({ route }: AccessRow, places: Places): { method: string; path: string } {
  const [method = '', pattern = ''] = route.split(' ');
  const address = pattern.includes('/plans/') ? `${'0'.repeat(64)}.1` : 'countries.iso-3166-1';
  const values: Readonly<Record<string, string>> = { ...SAMPLES, ...places, address };
  return { method, path: pattern.replace(/:(\w+)/g, (_, name: string) => values[name] ?? '') };
}

export function changesState(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method);
}
