import { MotcuaSubmission } from '../flows/submission/motcua-submission.js';
import { MotcuaFormField } from '../form/motcua-form-field.js';
import { defineElement } from './define-element.js';
import './elements.js';

defineElement('motcua-form-field', MotcuaFormField);
defineElement('motcua-submission', MotcuaSubmission);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-form-field': MotcuaFormField;
    'motcua-submission': MotcuaSubmission;
  }
}
