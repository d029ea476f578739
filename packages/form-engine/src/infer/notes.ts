/**
 * What the making of a form tells beside the form: choices it took that a schema leaves open, each with the keyword and its place.
 */
import type { Diagnostic, Pointer } from '../plan/plan.js';

/** A union whose branches no answer tells apart: the form asks for one of them. */
export interface Union {
  /** Place of the keyword in the schema, as `/properties/contact/oneOf`; the key of `branches`. */
  place: Pointer;
  /** What the branches are called, in their order. */
  titles: readonly string[];
  /** Which of them the form asks for. */
  chosen: number;
}

/** Collects what is told. */
export interface InferenceNotes {
  readonly unions: Union[];
  readonly diagnostics: Diagnostic[];
  /** The branch that the caller wants at a place. */
  wanted(place: Pointer): number | undefined;
  advise(code: 'schema.branch-chosen' | 'schema.not-asked', place: Pointer, message: string, advice: string): void;
}

/** An empty collection. */
export function openNotes(branches: Readonly<Record<Pointer, number>>): InferenceNotes {
  const unions: Union[] = [];
  const diagnostics: Diagnostic[] = [];
  const places = new Map(Object.entries(branches));
  return {
    unions,
    diagnostics,
    wanted: (place) => places.get(place),
    advise(code, pointer, message, advice) {
      if (diagnostics.some((known) => known.code === code && known.pointer === pointer)) return;
      diagnostics.push({ code, severity: 'warning', file: 'data.schema.json', pointer, message, advice });
    },
  };
}
