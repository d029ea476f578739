export * from '../flows/submission/motcua-submission.js';
export * from '../flows/events.js';
