/** Between a supplement and the look-up around it; they hold dossiers and never leave it. */
import type { Resent } from './supplement-session.js';

/** The answers were sent anew. */
export class SupplementSentEvent extends Event {
  constructor(readonly resent: Resent) {
    super('supplement-sent');
  }
}

/** Back to the dossier; what was typed is kept unless it was dropped. */
export class SupplementLeftEvent extends Event {
  constructor() {
    super('supplement-left');
  }
}

/** Something failed that the citizen was told of. */
export class SupplementFailedEvent extends Event {
  constructor(readonly code: string) {
    super('supplement-failed');
  }
}
