import { MotcuaMyDossiers } from '../flows/my-dossiers/motcua-my-dossiers.js';
import './button.js';
import './dialog.js';
import './notice.js';
import './tag.js';
import { defineElement } from './define-element.js';

defineElement('motcua-my-dossiers', MotcuaMyDossiers);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-my-dossiers': MotcuaMyDossiers;
  }
}
