/** The events of the journeys, for the host page: codes, steps and states, never answers. They bubble from the element. */

const bubbling: EventInit = { bubbles: true, composed: true };

/** The first page stands. */
export class MotcuaReadyEvent extends Event {
  constructor() {
    super('motcua-ready', bubbling);
  }
}

/** A page was opened: `start`, `agency`, the id of a step, `review` or `confirmation`. */
export class MotcuaStepEvent extends Event {
  constructor(readonly step: string) {
    super('motcua-step', bubbling);
  }
}

/** The draft was saved, or could not be: then with the code of why. */
export class MotcuaSaveEvent extends Event {
  constructor(
    readonly state: 'saved' | 'failed',
    readonly code?: string,
  ) {
    super('motcua-save', bubbling);
  }
}

/**
 * The citizen pressed send and everything is complete. After `preventDefault()` the host sends the dossier itself: it reads
 * `element.getSubmission()` and ends with `element.complete(confirmation)` or `element.acceptIssues(issues)`.
 */
export class MotcuaSubmitEvent extends Event {
  constructor() {
    super('motcua-submit', { ...bubbling, cancelable: true });
  }
}

/** The dossier was sent. */
export class MotcuaCompleteEvent extends Event {
  constructor(readonly provisionalCode: string) {
    super('motcua-complete', bubbling);
  }
}

/** Something failed that the citizen was told of. */
export class MotcuaErrorEvent extends Event {
  constructor(readonly code: string) {
    super('motcua-error', bubbling);
  }
}

/** A look-up answered. `state` is a dossier state, or the stage of completion when no secret was given. */
export class MotcuaStatusEvent extends Event {
  constructor(readonly state: string) {
    super('motcua-status', bubbling);
  }
}

declare global {
  interface HTMLElementEventMap {
    'motcua-ready': MotcuaReadyEvent;
    'motcua-step': MotcuaStepEvent;
    'motcua-save': MotcuaSaveEvent;
    'motcua-submit': MotcuaSubmitEvent;
    'motcua-complete': MotcuaCompleteEvent;
    'motcua-error': MotcuaErrorEvent;
    'motcua-status': MotcuaStatusEvent;
  }
}
