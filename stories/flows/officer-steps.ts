/**
 * Lines over which a dossier comes as it stands after steps of an officer: a story cannot sign in at the desk. Everything else goes to the gateway.
 */
import type { Dossier, Letter } from '@motcua/schemas';

type Fetch = typeof globalThis.fetch;

export interface Steps {
  /** The dossier as the officer left it. */
  dossier: (filed: Dossier) => Dossier;
  /** As it stands after the citizen's answer to that; absent: it cannot be answered. */
  answered?: (asked: Dossier) => Dossier;
  letter?: (dossier: Dossier) => Letter;
  /** Bytes of each file of the result. */
  result?: Blob;
  /** Sending fails as without a network. */
  cutSending?: boolean;
}

export interface OfficerLine {
  fetch: Fetch;
  /** Another step, while the dossier is on the screen. */
  step(change: (dossier: Dossier) => Dossier): void;
}

/** Milliseconds past the gateway's own times, so that the steps follow one another. */
const minute = 60_000;

export function openOfficerLine(steps: Steps): OfficerLine {
  let known: Dossier | undefined;
  const streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  const tell = (dossier: Dossier): void => {
    known = dossier;
    for (const stream of streams) stream.enqueue(writeLine(dossier));
  };
  const read = async (url: URL, init: RequestInit | undefined): Promise<Dossier> => {
    known ??= steps.dossier((await (await fetch(url, { ...init, method: 'GET', body: null })).json()) as Dossier);
    return known;
  };
  return {
    step: (change) => known && tell(change(known)),
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const [, code = '', place] = /\/v1\/dossiers\/([^/]+)(?:\/(.+))?$/.exec(url.pathname) ?? [];
      if (code === '') return fetch(input, init);
      const base = new URL(url.href.replace(/(\/v1\/dossiers\/[^/]+).*$/, '$1'));
      const { method = 'GET' } = init ?? {};
      if (place === undefined) return answer(await read(base, init));
      if (place === 'changes') {
        const dossier = await read(base, init);
        const body = new ReadableStream<Uint8Array>({
          start: (stream) => {
            streams.push(stream);
            stream.enqueue(writeLine(dossier));
          },
        });
        return new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } });
      }
      if (place.startsWith('letters/') && steps.letter) return answer(steps.letter(await read(base, init)));
      if (place.startsWith('results/') && steps.result) return new Response(steps.result);
      if (method !== 'POST' || !steps.answered) return fetch(input, init);
      if (steps.cutSending === true) throw new TypeError('Failed to fetch');
      tell(steps.answered(await read(base, init)));
      return answer(known);
    },
  };
}

function answer(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
}

function writeLine(dossier: Dossier): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(dossier)}\n\n`);
}

type Step = Dossier['history'][number];

/** One step more in the history. */
export function addStep(
  dossier: Dossier,
  step: Omit<Step, 'sequence' | 'at' | 'actor'> & { actor?: Step['actor'] },
): Dossier {
  const last = dossier.history.at(-1);
  const at = new Date(Date.parse(last?.at ?? dossier.submittedAt) + minute).toISOString();
  const history = [...dossier.history, { actor: 'desk' as const, ...step, sequence: (last?.sequence ?? 0) + 1, at }];
  return { ...dossier, state: step.state, history, canEdit: false, canWithdraw: false };
}

/** The agency took it in: official code, due date, slip. */
export function receive(dossier: Dossier): Dossier {
  const received = addStep(dossier, { state: { name: 'received' }, move: 'receive' });
  const officialCode = '000.00.09.H26-261120-0047';
  return {
    ...received,
    code: officialCode,
    officialCode,
    dueAt: new Date(Date.parse(dossier.submittedAt) + 3 * 24 * 60 * minute).toISOString(),
    expectedStates: ['processing', 'completed', 'returned'],
    letters: [{ sequence: 2, kind: 'receptionSlip', issuedAt: received.history.at(-1)?.at ?? dossier.submittedAt }],
  };
}

type Items = NonNullable<Dossier['supplementRequest']>['items'];

/** The agency asks for these, once and completely. */
export function ask(dossier: Dossier, items: Items): Dossier {
  const { dueAt: _, ...asked } = addStep(dossier, {
    state: { name: 'supplementRequested' },
    move: 'requestSupplement',
  });
  const { at = '', sequence = 1 } = asked.history.at(-1) ?? {};
  return {
    ...asked,
    expectedStates: ['completed', 'returned'],
    supplementRequest: { items, requestedAt: at, note: 'Bổ sung một lần, đầy đủ.' },
    letters: [...(dossier.letters ?? []), { sequence, kind: 'supplementRequest', issuedAt: at }],
  };
}

/** What was asked for came. */
export function supplement(dossier: Dossier): Dossier {
  const { supplementRequest: _, ...rest } = dossier;
  const dueAt = new Date(Date.parse(dossier.submittedAt) + 5 * 24 * 60 * minute).toISOString();
  return { ...addStep(rest, { state: { name: 'received' }, move: 'supplement', actor: 'applicant' }), dueAt };
}
