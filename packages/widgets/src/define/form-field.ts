import { MotcuaFormField } from '../form/motcua-form-field.js';
import './address-field.js';
import './checkbox-field.js';
import './choice-field.js';
import './combobox-field.js';
import './date-field.js';
import './facts.js';
import './file-field.js';
import './partial-date-field.js';
import './select-field.js';
import './text-field.js';
import './textarea-field.js';
import { defineElement } from './define-element.js';

defineElement('motcua-form-field', MotcuaFormField);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-form-field': MotcuaFormField;
  }
}
