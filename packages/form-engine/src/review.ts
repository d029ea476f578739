/**
 * The review of a form before it is sent: loaded when the citizen comes there.
 */
export * from './review/review-form.js';
