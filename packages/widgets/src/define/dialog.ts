import { MotcuaDialog } from '../elements/dialog/dialog.js';
import { defineElement } from './define-element.js';

defineElement('motcua-dialog', MotcuaDialog);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-dialog': MotcuaDialog;
  }
}
