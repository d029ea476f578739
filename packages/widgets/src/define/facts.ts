import { MotcuaFacts } from '../elements/facts/facts.js';
import { defineElement } from './define-element.js';

defineElement('motcua-facts', MotcuaFacts);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-facts': MotcuaFacts;
  }
}
