import { MotcuaHeader } from '../elements/header/header.js';
import { defineElement } from './define-element.js';

defineElement('motcua-header', MotcuaHeader);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-header': MotcuaHeader;
  }
}
