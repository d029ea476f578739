/** What the desk's page asks of the gateway: one function each, all on the page's own origin, signed in by a cookie that no script reads. */
import type {
  DeskAlarms,
  DeskAudit,
  DeskDossier,
  DeskQueue,
  DeskReceptions,
  DeskSession,
  Letter,
  OfficerMove,
  Register,
} from '@motcua/schemas';
import { createDeskCaller, type DeskCallerOptions, type DeskQuestion } from './desk-caller.js';

export interface QueueQuestion {
  states?: readonly string[];
  mark?: 'late' | 'soon-late';
  /** A whole code, as typed. */
  code?: string;
  /** Part of a name; marks and case do not matter. */
  name?: string;
  after?: string;
  limit?: number;
}

export interface Credentials {
  login: string;
  password: string;
}

export interface MoveQuestion {
  code: string;
  /** Version that was on the screen. */
  version: number;
  move: OfficerMove;
  /** Under which the files of a result were sent. */
  uploadKey?: string;
}

/** Everything throws DeskProblem. */
export interface DeskApi {
  /** The present by the gateway's clock. */
  now(): Date;
  signIn(credentials: Credentials): Promise<DeskSession>;
  readSession(): Promise<DeskSession>;
  signOut(): Promise<void>;
  queue(question: QueueQuestion): Promise<DeskQueue>;
  receive(dossiers: readonly { code: string; version: number }[]): Promise<DeskReceptions>;
  dossier(code: string): Promise<DeskDossier>;
  paper(code: string, uploadId: string): Promise<Blob>;
  move(question: MoveQuestion): Promise<DeskDossier>;
  /** The letter that this move would issue: unsigned, and nothing is stored. */
  previewLetter(question: MoveQuestion): Promise<Letter>;
  letter(code: string, sequence: number): Promise<Letter>;
  controlSheet(code: string): Promise<Letter>;
  /** Mẫu 06 of the days from one to another, both yyyy-mm-dd, with all its rows. */
  register(from: string, to: string): Promise<Register>;
  audit(question: { code?: string; before?: number; limit?: number }): Promise<DeskAudit>;
  alarms(): Promise<DeskAlarms>;
  /** Sends a message once more that was given up. */
  replay(id: number): Promise<void>;
}

export function createDeskApi(options: DeskCallerOptions): DeskApi {
  const { ask, now } = createDeskCaller(options);
  const read = async <Answer>(answer: Promise<Response>): Promise<Answer> => (await (await answer).json()) as Answer;
  const dossier = (code: string): string => `dossiers/${encodeURIComponent(code)}`;
  return {
    now,
    signIn: (credentials) => read(ask('session', { body: credentials, isSession: true })),
    readSession: () => read(ask('session', { isSession: true })),
    signOut: async () => void (await ask('session', { method: 'DELETE', isSession: true })),
    queue: (question) => read(ask('queue', { body: question })),
    receive: (dossiers) => read(ask('receptions', { body: { dossiers } })),
    dossier: (code) => read(ask(dossier(code))),
    paper: async (code, uploadId) => (await ask(`${dossier(code)}/papers/${uploadId}`)).blob(),
    move: (question) => read(ask(`${dossier(question.code)}/moves`, writeMoveQuestion(question))),
    previewLetter: (question) => read(ask(`${dossier(question.code)}/letters`, writeMoveQuestion(question))),
    letter: (code, sequence) => read(ask(`${dossier(code)}/letters/${sequence}`)),
    controlSheet: (code) => read(ask(`${dossier(code)}/control-sheet`)),
    async register(from, to) {
      let whole: Register | undefined;
      for (;;) {
        const after = whole?.next;
        const page: Register = await read(
          ask('register', { body: { from, to, ...(after === undefined ? {} : { after }) } }),
        );
        whole = whole ? { ...page, rows: [...whole.rows, ...page.rows] } : page;
        if (page.next === undefined) return whole;
      }
    },
    audit: (question) => read(ask('audit', { body: question })),
    alarms: () => read(ask('alarms', { body: {} })),
    replay: async (id) => void (await ask(`outbox/${id}/replay`, { body: {} })),
  };
}

function writeMoveQuestion({ version, move, uploadKey }: MoveQuestion): DeskQuestion {
  return {
    body: move,
    headers: { 'If-Match': `"${version}"`, ...(uploadKey === undefined ? {} : { 'Motcua-Upload-Key': uploadKey }) },
  };
}
