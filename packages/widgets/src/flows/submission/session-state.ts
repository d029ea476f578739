/** What a submission session shows of itself: the page, and everything that is drawn around it. */
import type { Client, Persistence } from '@motcua/client';
import type { Agency, Issue, PublishedProcedure } from '@motcua/schemas';
import type { FeedbackPolicy } from '../../form/feedback.js';
import type { ProcedureTexts } from '../../form/procedure-texts.js';
import { type AgencySearch, emptyAgencySearch, type Place } from './draft-content.js';
import type { SavedState } from './draft-keeper.js';

export type Page = { name: 'loading' } | { name: 'failed'; code: string } | { name: 'start' } | Place;

/** A draft as the start page offers it. */
export interface DraftOffer {
  id: string;
  updatedAt: Date;
  expiresAt: Date;
  place: Place;
}

export interface SessionState {
  page: Page;
  locale: 'vi' | 'en';
  published?: PublishedProcedure;
  texts?: ProcedureTexts;
  offers: readonly DraftOffer[];
  persistence?: Persistence;
  saved: SavedState;
  agency?: Agency;
  agencySearch: AgencySearch;
  /** What the error summary of the page lists. */
  reported: readonly Issue[];
  /** Counts the reports, so that the same list is announced again. */
  report: number;
  busy: boolean;
  /** Something to say above the page. */
  notice?: { code: string; params?: Readonly<Record<string, string | number>> };
  /** Another tab edits this draft now. */
  takenOver: boolean;
  /** Set while a step was opened from the check-answers page. */
  returnToReview: boolean;
}

export interface SessionOptions {
  client: Client;
  slug: string;
  locale: 'vi' | 'en';
  validateOn: FeedbackPolicy;
  /** Commune code that the host has chosen already. */
  agency?: string;
}

/** Nothing is loaded yet. */
export function firstState(locale: 'vi' | 'en'): SessionState {
  return {
    page: { name: 'loading' },
    locale,
    offers: [],
    agencySearch: emptyAgencySearch,
    saved: { kind: 'idle' },
    reported: [],
    report: 0,
    busy: false,
    takenOver: false,
    returnToReview: false,
  };
}
