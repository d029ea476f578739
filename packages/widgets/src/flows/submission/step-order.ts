/** The order of the places in a submission: agency, visible steps, review. */
import type { Place } from './draft-content.js';
import type { Page } from './session-state.js';

export function firstStep([first]: readonly string[]): Place {
  return first === undefined ? { name: 'review' } : { name: 'step', id: first };
}

export function stepAfter(ids: readonly string[], id: string): Place {
  return firstStep(ids.slice(ids.indexOf(id) + 1));
}

/** Absent where the start page comes before. */
export function placeBefore(ids: readonly string[], page: Page): Place | undefined {
  const index = page.name === 'review' ? ids.length : page.name === 'step' ? ids.indexOf(page.id) : -1;
  const before = ids[index - 1];
  if (before !== undefined) return { name: 'step', id: before };
  return page.name === 'step' ? { name: 'agency' } : undefined;
}

/** A saved place whose step is gone falls back to the first step. */
export function standingPlace(ids: readonly string[], place: Place): Place {
  return place.name === 'step' && !ids.includes(place.id) ? firstStep(ids) : place;
}
