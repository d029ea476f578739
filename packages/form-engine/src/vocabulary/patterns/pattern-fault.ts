/** Why a pattern cannot become a matcher. Thrown while it is compiled, never while it is matched. */
export class PatternFault extends Error {
  /** `invalid`: no regular expression with the `u` flag. `unsafe`: one that cannot be run in linear time and bounded room everywhere. */
  readonly kind: 'invalid' | 'unsafe';
  /** What the author can do about it, in one sentence. */
  readonly cure: string;

  constructor(kind: 'invalid' | 'unsafe', message: string, cure: string) {
    super(message);
    this.kind = kind;
    this.cure = cure;
  }
}

/** The fault of a pattern that has something which cannot be run safely. */
export function unsafe(what: string, cure = 'Use maxLength, or a simpler pattern.'): PatternFault {
  return new PatternFault('unsafe', `It has ${what}.`, cure);
}
