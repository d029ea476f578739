/**
 * What the operator sets for the watchdog. The standard figures are samples; acts on single procedures differ.
 */

export interface SupplementWatch {
  /** Working days after the request within which the supplement is to come. */
  workingDays?: number;
  /** The dossier ends by itself when it does not come. Without it: it waits, and stands as an alarm. */
  end?: boolean;
  /** Working days before the end at which the applicant is reminded. */
  warnBefore?: number;
}

export interface WatchOptions {
  /** Worked hours after which a dossier that nobody received is an alarm; default: 8. */
  unclaimedHours?: number;
  /** Failed attempts after which a message that still waits is an alarm; default: 3. */
  failingAttempts?: number;
  /** For every procedure that says nothing of its own. */
  supplement?: SupplementWatch;
  /** By slug. */
  procedures?: Readonly<Record<string, { supplement: SupplementWatch }>>;
}

export interface WatchSettings {
  /** Worked milliseconds. */
  unclaimed: number;
  failingAttempts: number;
  findSupplement(slug: string): Required<SupplementWatch>;
}

/** Settings that contradict each other or name what there is not. */
export class WatchSettingsError extends Error {
  override readonly name = 'WatchSettingsError';
  readonly code = 'watch.refused';
}

const SAMPLE_SUPPLEMENT: Required<SupplementWatch> = { workingDays: 20, end: false, warnBefore: 3 };

/**
 * @param slugs of the open procedures
 * @throws WatchSettingsError
 */
export function readWatchSettings(options: WatchOptions = {}, slugs: readonly string[]): WatchSettings {
  const usual = { ...SAMPLE_SUPPLEMENT, ...options.supplement };
  const findSupplement = (slug: string): Required<SupplementWatch> => ({
    ...usual,
    ...(Object.hasOwn(options.procedures ?? {}, slug) ? options.procedures?.[slug]?.supplement : {}),
  });
  const named = Object.keys(options.procedures ?? {});
  const stranger = named.find((slug) => !slugs.includes(slug));
  if (stranger !== undefined)
    throw new WatchSettingsError(`WATCH_FILE names the procedure "${stranger}", which there is not.`);
  for (const slug of ['', ...named]) refuseEarlyReminder(slug, findSupplement(slug));
  return {
    unclaimed: (options.unclaimedHours ?? 8) * 3_600_000,
    failingAttempts: options.failingAttempts ?? 3,
    findSupplement,
  };
}

function refuseEarlyReminder(slug: string, { end, workingDays, warnBefore }: Required<SupplementWatch>): void {
  if (!end || warnBefore < workingDays) return;
  const place = slug === '' ? 'supplement' : `procedures["${slug}"].supplement`;
  throw new WatchSettingsError(
    `WATCH_FILE: ${place} reminds ${warnBefore} working days before an end after ${workingDays}. Write a smaller warnBefore.`,
  );
}
