/**
 * Who may do what at the desk, as data. Every operation also stays within the account's own agency.
 */
import type { OfficerMove } from '@motcua/schemas';
import type { Role } from '../../ports/account-store.js';
import type { Actor } from '../../ports/dossier-store.js';

export type Operation =
  | 'session.read'
  | 'queue.read'
  | 'dossier.read'
  | 'paper.read'
  | 'audit.read'
  | 'dossier.receive-many'
  | 'alarms.read'
  | 'message.replay'
  | 'letter.read'
  | 'letter.preview'
  | 'register.read'
  | `move.${OfficerMove['move']}`;

/** Whose steps of the state machine a role makes. */
const ACTORS: Readonly<Record<Role, readonly Actor[]>> = {
  desk: ['desk'],
  officer: ['officer'],
  leader: ['desk', 'officer'],
  admin: [],
};

/** The matrix. `move.requestSupplement` is the desk's before work begins and the officer's after: the transition says which. */
export const OPERATIONS: Readonly<Record<Operation, readonly Role[]>> = {
  'session.read': ['desk', 'officer', 'leader', 'admin'],
  'queue.read': ['desk', 'officer', 'leader'],
  'dossier.read': ['desk', 'officer', 'leader'],
  'paper.read': ['desk', 'officer', 'leader'],
  'audit.read': ['leader', 'admin'],
  'dossier.receive-many': ['desk', 'leader'],
  'alarms.read': ['desk', 'officer', 'leader', 'admin'],
  'message.replay': ['leader', 'admin'],
  'letter.read': ['desk', 'officer', 'leader'],
  'letter.preview': ['desk', 'officer', 'leader'],
  'register.read': ['desk', 'leader'],
  'move.receive': ['desk', 'leader'],
  'move.refuse': ['desk', 'leader'],
  'move.requestSupplement': ['desk', 'officer', 'leader'],
  'move.process': ['desk', 'leader'],
  'move.stop': ['officer', 'leader'],
  'move.resume': ['officer', 'leader'],
  'move.apologise': ['officer', 'leader'],
  'move.complete': ['officer', 'leader'],
  'move.return': ['desk', 'leader'],
};

export function isAllowed(roles: readonly Role[], operation: Operation): boolean {
  return OPERATIONS[operation].some((role) => roles.includes(role));
}

export function listOperations(roles: readonly Role[]): Operation[] {
  return (Object.keys(OPERATIONS) as Operation[]).filter((operation) => isAllowed(roles, operation));
}

/** On whose behalf these roles may move a dossier. */
export function listActors(roles: readonly Role[]): Actor[] {
  return [...new Set(roles.flatMap((role) => ACTORS[role]))];
}
