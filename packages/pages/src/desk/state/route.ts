/** Which view the address names, in its fragment: it never leaves the browser. Codes may stand in it, names may not. */
export type Group = 'todo' | 'waiting' | 'working' | 'paused' | 'finished' | 'all';

export type Route =
  | { view: 'queue'; group: Group }
  | { view: 'dossier'; code: string }
  | { view: 'alarms' }
  | { view: 'register' }
  | { view: 'audit'; code?: string };

/** States of each group of the queue; `all` has every state. */
export const GROUPS: Readonly<Record<Group, readonly string[] | undefined>> = {
  todo: ['submitted', 'received', 'processing', 'supplementRequested', 'paymentRequested', 'stopped', 'completed'],
  waiting: ['submitted'],
  working: ['received', 'processing'],
  paused: ['supplementRequested', 'paymentRequested', 'stopped'],
  finished: ['completed'],
  all: undefined,
};

/** `#/dossiers/TN-…` → the dossier; what is no address of ours → the work to be done. */
export function readRoute(fragment: string): Route {
  const [view = '', part = ''] = fragment.replace(/^#\/?/, '').split('/');
  const decoded = decode(part);
  if (view === 'dossiers' && decoded !== '') return { view: 'dossier', code: decoded };
  if (view === 'alarms' || view === 'register') return { view };
  if (view === 'audit') return { view: 'audit', ...(decoded === '' ? {} : { code: decoded }) };
  return { view: 'queue', group: Object.hasOwn(GROUPS, part) ? (part as Group) : 'todo' };
}

export function writeRoute(route: Route): string {
  if (route.view === 'dossier') return `#/dossiers/${encodeURIComponent(route.code)}`;
  if (route.view === 'queue') return `#/queue/${route.group}`;
  return route.view === 'audit' && route.code !== undefined
    ? `#/audit/${encodeURIComponent(route.code)}`
    : `#/${route.view}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
