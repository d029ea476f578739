/**
 * Wires the officer's side: calendar, reception, sessions.
 */
import type { AdministrativeUnits } from './domain/administrative-units.js';
import { SignInThrottle, type SignInLimits } from './domain/desk/sign-in-throttle.js';
import type { SessionLimits } from './domain/desk/sign-in.js';
import { RateLimiter } from './domain/rate-limit.js';
import { createLetterOffice } from './domain/letters/letter-office.js';
import { readReceptionSettings, type ReceptionOptions } from './domain/reception/reception-settings.js';
import { CALENDAR_CATALOG, createWorkingCalendar, type CalendarDocument } from './domain/time/working-calendar.js';
import type { BodyLimits } from './http/json-body.js';
import type { RateLimits } from './http/limit-rate.js';
import type { CookieKind } from './http/session-cookie.js';
import type { WireValidator } from './http/wire-validator.js';
import type { Clock } from './ports/clock.js';
import type { FileStore } from './ports/file-store.js';
import type { GatewayDatabase } from './ports/gateway-database.js';
import type { ProcedureRepository } from './ports/procedure-repository.js';
import type { SigningKeys } from './ports/signing-keys.js';
import type { DeskServices } from './routes/desk/guard.js';

export interface DeskOptions {
  /** Origins of the desk's pages, as `https://motcua.tinh.example`; no other page may change anything at the desk. */
  origins?: readonly string[];
  /** `plain` for http on this machine alone; default: `host`. */
  cookie?: CookieKind;
  reception?: ReceptionOptions;
  session?: Partial<SessionLimits>;
  signIn?: Partial<SignInLimits>;
}

/** Sample configuration; an operator sets what the province prescribes. */
export const DEFAULT_SESSION: SessionLimits = { idleSeconds: 1800, totalSeconds: 12 * 3600 };
export const DEFAULT_SIGN_IN: SignInLimits = { perPair: 5, perAddress: 50, perAccount: 200, windowSeconds: 900 };

export interface DeskParts {
  database: GatewayDatabase;
  procedures: ProcedureRepository;
  units: AdministrativeUnits;
  files: FileStore;
  wire: WireValidator;
  bodyLimits: BodyLimits;
  /** Sign the letters. */
  keys: SigningKeys;
  rates: RateLimits;
  clock: Clock;
}

/** @throws CodePatternError, and Error when the calendar is not there */
export function openDesk(options: DeskOptions, parts: DeskParts): DeskServices {
  const { database, procedures, units, files, wire, bodyLimits, clock } = parts;
  const calendar = createWorkingCalendar(findCalendar(procedures, options.reception?.calendar));
  const reception = readReceptionSettings(options.reception);
  return {
    database,
    clock,
    units,
    files,
    wire,
    bodyLimits,
    throttle: new SignInThrottle({ ...DEFAULT_SIGN_IN, ...options.signIn }, () => clock.now()),
    limits: { ...DEFAULT_SESSION, ...options.session },
    moves: { procedures, calendar, clock, reception, letters: createLetterOffice({ procedures, units }, parts.keys) },
    cookie: options.cookie ?? 'host',
    sessionRate: new RateLimiter(parts.rates.perSession),
  };
}

function findCalendar(procedures: ProcedureRepository, wanted: string | undefined): CalendarDocument {
  const versions = procedures
    .listCatalogs()
    .filter(({ name, version }) => name === CALENDAR_CATALOG && (wanted === undefined || version === wanted))
    .map(({ version }) => version);
  const catalog = procedures.findCatalog(CALENDAR_CATALOG, versions.sort().pop() ?? '');
  if (!catalog) throw new Error(`there is no catalogue ${CALENDAR_CATALOG} ${wanted ?? ''}`.trim());
  return JSON.parse(catalog.text) as CalendarDocument;
}
