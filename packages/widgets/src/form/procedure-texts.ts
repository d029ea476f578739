/** The texts of one procedure in one language, as its locale file holds them. */
export interface FieldTexts {
  label: string;
  hint?: string;
  /** Label on the check-answers page, where it reads better than the question. */
  reviewLabel?: string;
  errors?: Readonly<Record<string, string>>;
  warnings?: Readonly<Record<string, string>>;
  options?: Readonly<Record<string, OptionTexts>>;
}

export interface OptionTexts {
  label: string;
  hint?: string;
}

export interface PartTexts {
  /** As in the list of steps. */
  title: string;
  /** As over the page, where it is longer. */
  heading?: string;
  lead?: string;
}

export interface ProcedureTexts {
  locale: string;
  title: string;
  steps: Readonly<Record<string, PartTexts>>;
  sections: Readonly<Record<string, Partial<PartTexts>>>;
  fields: Readonly<Record<string, FieldTexts>>;
  declaration: string;
  submitAction: string;
  sentTitle: string;
}

const none: FieldTexts = { label: '' };

/** The texts of the field at a pointer, or of the nearest field above it (parts of an address). */
export function textsAt(texts: ProcedureTexts, pointer: string): FieldTexts {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const found = texts.fields[at];
    if (found) return found;
  }
  return none;
}
