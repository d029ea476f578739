import { MotcuaSupplement } from '../flows/supplement/motcua-supplement.js';
import './button.js';
import './dialog.js';
import './error-summary.js';
import './form-field.js';
import './notice.js';
import './review-list.js';
import './spinner.js';
import { defineElement } from './define-element.js';

defineElement('motcua-supplement', MotcuaSupplement);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-supplement': MotcuaSupplement;
  }
}
