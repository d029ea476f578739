/** The events of the elements: subclasses of `Event` with their data in properties; they bubble and leave shadow roots. */

const travelling: EventInit = { bubbles: true, composed: true };

/** Typed, chosen or cleared. Not fired while an input method is composing. */
export class MotcuaInputEvent<Value = unknown> extends Event {
  static readonly type = 'motcua-input';
  constructor(readonly value: Value) {
    super(MotcuaInputEvent.type, travelling);
  }
}

/** A value was committed: a choice was made, or a typed value was left. */
export class MotcuaChangeEvent<Value = unknown> extends Event {
  static readonly type = 'motcua-change';
  constructor(readonly value: Value) {
    super(MotcuaChangeEvent.type, travelling);
  }
}

/** Focus left the whole field, not just one of its parts. */
export class MotcuaBlurEvent extends Event {
  static readonly type = 'motcua-blur';
  constructor() {
    super(MotcuaBlurEvent.type, travelling);
  }
}

/** A row of an error summary was chosen: the field at `pointer` should take focus. */
export class MotcuaGotoEvent extends Event {
  static readonly type = 'motcua-goto';
  constructor(readonly pointer: string) {
    super(MotcuaGotoEvent.type, travelling);
  }
}

/** A finished step was chosen on the rail. */
export class MotcuaGotoStepEvent extends Event {
  static readonly type = 'motcua-goto-step';
  constructor(readonly stepId: string) {
    super(MotcuaGotoStepEvent.type, travelling);
  }
}

/** "Sửa" of a review section was pressed. */
export class MotcuaEditEvent extends Event {
  static readonly type = 'motcua-edit';
  constructor(readonly sectionId: string) {
    super(MotcuaEditEvent.type, travelling);
  }
}

/** The help button of the header was pressed. */
export class MotcuaHelpEvent extends Event {
  static readonly type = 'motcua-help';
  constructor() {
    super(MotcuaHelpEvent.type, travelling);
  }
}

/** A sentence for the one polite live region. Whoever speaks it calls `preventDefault`. */
export class MotcuaAnnounceEvent extends Event {
  static readonly type = 'motcua-announce';
  constructor(readonly message: string) {
    super(MotcuaAnnounceEvent.type, { ...travelling, cancelable: true });
  }
}

/** Files were chosen, photographed or dropped. `replaces` is the row whose "Chọn tệp khác" was pressed. */
export class MotcuaFilesEvent extends Event {
  static readonly type = 'motcua-files';
  constructor(
    readonly files: readonly File[],
    readonly source: 'camera' | 'picker' | 'drop',
    readonly replaces: string | undefined,
  ) {
    super(MotcuaFilesEvent.type, travelling);
  }
}

/** A button of a file row was pressed. */
export class MotcuaFileActionEvent extends Event {
  static readonly type = 'motcua-file-action';
  constructor(
    readonly action: 'cancel' | 'retry' | 'remove',
    readonly rowId: string,
  ) {
    super(MotcuaFileActionEvent.type, travelling);
  }
}

/**
 * The camera or the file dialog is about to open. `waitUntil` holds it back while state is saved, for at most `pickDelayLimit`
 * milliseconds, since a browser lets a page open the dialog only shortly after the press. `preventDefault` keeps it closed.
 */
export class MotcuaBeforePickEvent extends Event {
  static readonly type = 'motcua-before-pick';
  readonly #waits: Promise<unknown>[] = [];

  constructor(readonly source: 'camera' | 'picker') {
    super(MotcuaBeforePickEvent.type, { ...travelling, cancelable: true });
  }

  waitUntil(work: Promise<unknown>): void {
    this.#waits.push(work);
  }

  get waits(): readonly Promise<unknown>[] {
    return this.#waits;
  }
}

declare global {
  interface HTMLElementEventMap {
    'motcua-input': MotcuaInputEvent;
    'motcua-change': MotcuaChangeEvent;
    'motcua-blur': MotcuaBlurEvent;
    'motcua-goto': MotcuaGotoEvent;
    'motcua-goto-step': MotcuaGotoStepEvent;
    'motcua-edit': MotcuaEditEvent;
    'motcua-help': MotcuaHelpEvent;
    'motcua-announce': MotcuaAnnounceEvent;
    'motcua-files': MotcuaFilesEvent;
    'motcua-file-action': MotcuaFileActionEvent;
    'motcua-before-pick': MotcuaBeforePickEvent;
  }
}
