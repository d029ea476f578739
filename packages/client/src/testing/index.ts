/** Helpers for tests of pages and journeys that use the client. */
export { createFaultTransport } from './fault-transport.js';
export type { Fault, FaultMatch, FaultTransport, LoggedRequest } from './fault-transport.js';
export { createStorm } from './storm.js';
export type { Storm, StormFault, StormOptions } from './storm.js';
