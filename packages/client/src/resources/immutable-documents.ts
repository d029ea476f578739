/** Fetches addressed documents once for each client; two widgets on one page share the request. A failed one may be asked for again. */
import { ForeignAnswerError } from '../errors/client-error.js';
import { isRecord, type Recognize } from '../transport/read-answer.js';
import type { Transport } from '../transport/transport.js';

export interface ImmutableDocuments {
  get<T>(address: string, recognize: Recognize<T>): Promise<T>;
}

export function createImmutableDocuments(transport: Transport): ImmutableDocuments {
  const known = new Map<string, Promise<unknown>>();

  function fetchOnce(address: string): Promise<unknown> {
    const path = transport.resolve(address);
    const shared = known.get(path.href);
    if (shared) return shared;
    const document = transport.request({ path, recognize: isRecord, cache: 'force-cache' });
    known.set(path.href, document);
    document.catch(() => known.delete(path.href));
    return document;
  }

  return {
    async get(address, recognize) {
      const document = await fetchOnce(address);
      if (recognize(document)) return document;
      known.delete(transport.resolve(address).href);
      throw new ForeignAnswerError(200);
    },
  };
}
