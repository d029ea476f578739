import { MotcuaSpinner } from '../elements/spinner/spinner.js';
import { defineElement } from './define-element.js';

defineElement('motcua-spinner', MotcuaSpinner);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-spinner': MotcuaSpinner;
  }
}
