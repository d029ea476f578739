import { MotcuaProgress } from '../elements/progress/progress.js';
import { defineElement } from './define-element.js';

defineElement('motcua-progress', MotcuaProgress);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-progress': MotcuaProgress;
  }
}
