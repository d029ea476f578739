export * from '../elements/ticket/ticket.js';
