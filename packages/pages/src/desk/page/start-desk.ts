/** Starts the desk: elements, then the page itself. */
import '@motcua/widgets/define/button';
import '@motcua/widgets/define/date-field';
import '@motcua/widgets/define/dialog';
import '@motcua/widgets/define/file-field';
import '@motcua/widgets/define/letter';
import '@motcua/widgets/define/live-region';
import '@motcua/widgets/define/notice';
import '@motcua/widgets/define/register';
import '@motcua/widgets/define/spinner';
import '@motcua/widgets/define/tag';
import '@motcua/widgets/define/timeline';
import { MotcuaDeskDecision } from '../decision/decision-view.js';
import { MotcuaDeskDossier } from '../dossier/dossier-view.js';
import { MotcuaDeskAlarms } from '../leader/alarms-view.js';
import { MotcuaDeskAudit } from '../leader/audit-view.js';
import { MotcuaDeskRegister } from '../leader/register-view.js';
import { MotcuaDeskPapers } from '../papers/papers-view.js';
import { MotcuaDeskQueue } from '../queue/queue-view.js';
import { MotcuaDesk } from './desk-element.js';
import { MotcuaDeskKeys } from './keys-dialog.js';
import { MotcuaDeskRenewal } from './renewal-dialog.js';
import { MotcuaDeskSignIn } from './sign-in-view.js';

const ELEMENTS = {
  'motcua-desk-sign-in': MotcuaDeskSignIn,
  'motcua-desk-renewal': MotcuaDeskRenewal,
  'motcua-desk-keys': MotcuaDeskKeys,
  'motcua-desk-queue': MotcuaDeskQueue,
  'motcua-desk-papers': MotcuaDeskPapers,
  'motcua-desk-decision': MotcuaDeskDecision,
  'motcua-desk-dossier': MotcuaDeskDossier,
  'motcua-desk-alarms': MotcuaDeskAlarms,
  'motcua-desk-register': MotcuaDeskRegister,
  'motcua-desk-audit': MotcuaDeskAudit,
  'motcua-desk': MotcuaDesk,
};

for (const [tag, element] of Object.entries(ELEMENTS)) customElements.define(tag, element);
