import { MotcuaRememberDossier } from '../flows/my-dossiers/motcua-remember-dossier.js';
import { MotcuaSubmission } from '../flows/submission/motcua-submission.js';
import './band.js';
import './button.js';
import './dialog.js';
import './error-summary.js';
import './facts.js';
import './form-field.js';
import './header.js';
import './help.js';
import './live-region.js';
import './notice.js';
import './page.js';
import './progress.js';
import './review-list.js';
import './spinner.js';
import './ticket.js';
import './timeline.js';
import { defineElement } from './define-element.js';

defineElement('motcua-remember-dossier', MotcuaRememberDossier);
defineElement('motcua-submission', MotcuaSubmission);

declare global {
  interface HTMLElementTagNameMap {
    'motcua-remember-dossier': MotcuaRememberDossier;
    'motcua-submission': MotcuaSubmission;
  }
}
