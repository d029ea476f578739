/**
 * For tests against a gateway: the contract as a judge, a gateway in memory, and papers to send.
 */
export { loadContract } from './contract.js';
export type { ApiContract, ContractViolation, ExchangeRequest, ExchangeResponse } from './contract.js';
export { createCheckedFetch } from './checked-fetch.js';
export type { CheckedFetch, CheckedFetchOptions } from './checked-fetch.js';
export { createTestClock } from './test-clock.js';
export type { TestClock } from './test-clock.js';
export { openDeskClient } from './desk-client.js';
export type { DeskClient, DeskHost, DeskRequest } from './desk-client.js';
export { openTestGateway } from './test-gateway.js';
export type { TestGateway, TestGatewayOptions } from './test-gateway.js';
export { SAMPLE_SLUG, sendSample } from './sent-dossier.js';
export type { SentDossier } from './sent-dossier.js';
export { SAMPLE_PAPERS } from './sample-papers.js';
export { listExamples, prepareSubmission, uploadPaper } from './sample-dossier.js';
export type { Example, PreparedSubmission } from './sample-dossier.js';
export { prepareDossierOfToday, readExampleOfToday } from './example-of-today.js';
export { GATEWAY_PROGRAM, putAccountByProgram, runGatewayCommand, startGatewayProcess } from './gateway-process.js';
export type { GatewayProcess } from './gateway-process.js';
export { openPostgresServer } from './postgres-server.js';
export type { PostgresServer } from './postgres-server.js';
