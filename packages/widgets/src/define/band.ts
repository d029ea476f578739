import { MotcuaBand } from '../elements/band/band.js';
import { defineElement } from './define-element.js';

defineElement('motcua-band', MotcuaBand);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-band': MotcuaBand;
  }
}
