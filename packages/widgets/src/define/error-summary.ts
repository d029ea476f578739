import { MotcuaErrorSummary } from '../elements/error-summary/error-summary.js';
import { defineElement } from './define-element.js';

defineElement('motcua-error-summary', MotcuaErrorSummary);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-error-summary': MotcuaErrorSummary;
  }
}
