import { attempt } from '../transport/attempt.js';
import type { Transport } from '../transport/transport.js';

/** Asks the gateway to forget an upload (tus termination). Never rejects: what stays behind expires there by itself. */
export async function terminateUpload(transport: Transport, url: string, uploadKey: string): Promise<void> {
  const headers = { ...(await transport.authorize()), 'Motcua-Upload-Key': uploadKey, 'Tus-Resumable': '1.0.0' };
  const init: RequestInit = {
    method: 'DELETE',
    headers,
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    keepalive: true,
  };
  await attempt((signal) => transport.fetch(url, { ...init, signal }), { timeoutMs: 15_000 }).catch(() => undefined);
}
