/** How each official state of a dossier looks: a tone and an icon; the words come from the catalogue. */
import type { IconPath } from '../../icons/icon.js';
import {
  backIcon,
  banknoteIcon,
  checkIcon,
  clockIcon,
  crossIcon,
  handIcon,
  stopIcon,
  trayIcon,
  warningIcon,
} from '../../icons/paths.js';
import type { Tone } from '../../styles/tones.js';

export interface StateLook {
  readonly tone: Tone;
  readonly icon: IconPath | undefined;
}

export const stateLooks = {
  submitted: { tone: 'neutral', icon: undefined },
  received: { tone: 'primary', icon: trayIcon },
  refused: { tone: 'danger', icon: crossIcon },
  processing: { tone: 'info', icon: clockIcon },
  supplementRequested: { tone: 'warning', icon: warningIcon },
  paymentRequested: { tone: 'warning', icon: banknoteIcon },
  withdrawalRequested: { tone: 'neutral', icon: backIcon },
  stopped: { tone: 'danger', icon: stopIcon },
  completed: { tone: 'success', icon: checkIcon },
  returned: { tone: 'success', icon: handIcon },
} as const satisfies Record<string, StateLook>;

export type DossierStateName = keyof typeof stateLooks;

export function isDossierState(name: string): name is DossierStateName {
  return Object.hasOwn(stateLooks, name);
}
