/**
 * The reference gateway of Một Cửa: one web-standard handler.
 */
export { createGateway } from './create-gateway.js';
export type { Gateway, GatewayOptions, GatewayPorts } from './create-gateway.js';
export { DEFAULT_LIMITS } from './gateway-limits.js';
export type { GatewayLimits, LimitOptions } from './gateway-limits.js';
export type { ScannerOptions } from './open-uploads.js';
export type { FileScanner, ScannerFault, ScanVerdict } from './ports/file-scanner.js';
export type { GatewayHandler, RequestOrigin } from './handler.js';
export { PROBLEMS, SERVER_ISSUES, START_ERRORS } from './errors.js';
export type { ProblemCode } from './errors.js';
export { openDatabase } from './adapters/database/open-database.js';
export type { DatabaseOptions } from './adapters/database/open-database.js';
export { DirectoryInUseError } from './adapters/database/directory-lock.js';
export { openDiskProcedures, locateSchemas } from './adapters/procedures/disk-procedures.js';
export { readCatalogs } from './adapters/procedures/read-catalogs.js';
export { readAdministrativeUnits, UNITS_CATALOG } from './domain/administrative-units.js';
export { createCatalogKnowledge } from './domain/catalog-knowledge.js';
export { ProcedureRefusedError } from './adapters/procedures/compile-folder.js';
export { findTransition, listTransitions, STATES, TRANSITIONS, USUAL_WAY } from './domain/states.js';
export type { Move, StateName, Transition } from './domain/states.js';
export { isAllowed, OPERATIONS } from './domain/desk/authorisation.js';
export type { Operation } from './domain/desk/authorisation.js';
export { AccountRefusedError } from './domain/desk/sign-in.js';
export type { NewAccount } from './domain/desk/sign-in.js';
export { CodePatternError } from './domain/reception/code-pattern.js';
export type { ReceptionOptions } from './domain/reception/reception-settings.js';
export { computeDueDate, markDue } from './domain/time/due-date.js';
export type { DueDate, DueDateRule, DueMark, TimeLimit, TimedEvent } from './domain/time/due-date.js';
export { createWorkingCalendar } from './domain/time/working-calendar.js';
export type { CalendarDocument, WorkingCalendar } from './domain/time/working-calendar.js';
export type { DeskOptions } from './open-desk.js';
export { NOTICE_TEMPLATES } from './domain/notices/notice-templates.js';
export type { NoticeTemplate } from './domain/notices/notice-templates.js';
export { WatchSettingsError } from './domain/watchdog/watch-settings.js';
export type { SupplementWatch, WatchOptions } from './domain/watchdog/watch-settings.js';
export type { OperationOptions } from './open-operation.js';
export type { LogRecord, LogSink } from './http/log.js';
export type { Account, AccountStore, Role, Session, SessionStore } from './ports/account-store.js';
export type { AuditEntry, AuditQuery, AuditRecord, AuditStore } from './ports/audit-store.js';
export type { Clock } from './ports/clock.js';
export type { CodeSerialStore } from './ports/code-serial-store.js';
export type { DeskQueueStore, QueueCounts, QueuePlace, QueueQuery, QueueRow } from './ports/desk-queue.js';
export type {
  DossierChange,
  DossierEvent,
  DossierLock,
  DossierNames,
  DossierStore,
  EventDetails,
  NewDossier,
  StoredDossier,
} from './ports/dossier-store.js';
export type { FileStore, UploadInspection } from './ports/file-store.js';
export type { GatewayDatabase, GatewayTransaction } from './ports/gateway-database.js';
export type { IdempotencyStore, IdempotentOutcome, IdempotentRequest, KeptAnswer } from './ports/idempotency-store.js';
export { MessageFailedError } from './ports/message-sender.js';
export type { Message, MessageAddress, MessageSender } from './ports/message-sender.js';
export type { OutboxItem, OutboxStore } from './ports/outbox-store.js';
export type { Catalog, OpenProcedure, ProcedureRepository, ServedText } from './ports/procedure-repository.js';
export type { ReceivedDossier, RegisterQuery, RegisterStore } from './ports/register-store.js';
export type { SchemaFinding, SecondJudge, Verdict } from './ports/second-judge.js';
export type { PublicSigningKey, SigningKeys } from './ports/signing-keys.js';
export { DEFAULT_RESERVE } from './open-intake-guard.js';
export type { StorageOptions } from './open-intake-guard.js';
export type { FreeSpace } from './ports/free-space.js';
export type { HoldOptions, ReleaseUpload, UploadLocks } from './ports/upload-locks.js';
export type { UploadQuota, UploadRecord, UploadStore } from './ports/upload-store.js';
