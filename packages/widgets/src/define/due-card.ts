import { MotcuaDueCard } from '../elements/due-card/due-card.js';
import { defineElement } from './define-element.js';

defineElement('motcua-due-card', MotcuaDueCard);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-due-card': MotcuaDueCard;
  }
}
