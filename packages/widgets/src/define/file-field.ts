import { MotcuaFileField } from '../elements/file-field/file-field.js';
import { defineElement } from './define-element.js';

defineElement('motcua-file-field', MotcuaFileField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-file-field': MotcuaFileField;
  }
}
