import { MotcuaTicket } from '../elements/ticket/ticket.js';
import { defineElement } from './define-element.js';

defineElement('motcua-ticket', MotcuaTicket);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-ticket': MotcuaTicket;
  }
}
