export * from '../flows/status/motcua-status.js';
export * from '../flows/events.js';
