/**
 * The reference gateway of Một Cửa: one web-standard handler.
 */
export { createGateway, DEFAULT_LIMITS } from './create-gateway.js';
export type { Gateway, GatewayLimits, GatewayOptions, GatewayPorts } from './create-gateway.js';
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
export { STATES, TRANSITIONS, USUAL_WAY } from './domain/states.js';
export type { Move, StateName } from './domain/states.js';
export type { LogRecord, LogSink } from './http/log.js';
export type { Clock } from './ports/clock.js';
export type { DossierEvent, DossierLock, DossierStore, NewDossier, StoredDossier } from './ports/dossier-store.js';
export type { FileStore, UploadInspection } from './ports/file-store.js';
export type { GatewayDatabase, GatewayTransaction } from './ports/gateway-database.js';
export type { IdempotencyStore, IdempotentOutcome, IdempotentRequest, KeptAnswer } from './ports/idempotency-store.js';
export type { Catalog, OpenProcedure, ProcedureRepository, ServedText } from './ports/procedure-repository.js';
export type { SchemaFinding, SecondJudge, Verdict } from './ports/second-judge.js';
export type { PublicSigningKey, SigningKeys } from './ports/signing-keys.js';
export type { UploadRecord, UploadStore, UploadUsage } from './ports/upload-store.js';
