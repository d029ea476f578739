import { MotcuaHelp } from '../elements/help/help.js';
import { defineElement } from './define-element.js';

defineElement('motcua-help', MotcuaHelp);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-help': MotcuaHelp;
  }
}
