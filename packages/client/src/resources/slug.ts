import { UsageError } from '../errors/client-error.js';

/** `v1/procedures/<sector>/<name>`. @throws UsageError `client.invalid-slug`, so that no slug ever climbs out of its folder. */
export function procedurePath(slug: string): string {
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(slug)) throw new UsageError('client.invalid-slug');
  return `v1/procedures/${slug}`;
}
