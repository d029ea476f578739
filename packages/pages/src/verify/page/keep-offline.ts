/** Keeps the page on the device, where its origin allows a service worker, and says honestly where not. */

export type Offline = 'ready' | 'file' | 'tab';

const WORKER = 'verify-worker.js';

interface ScriptUrlPolicy {
  createScriptURL(name: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

/** Resolves when it is known whether the page opens without a network next time. */
export async function keepOffline(): Promise<Offline> {
  if (location.protocol === 'file:') return 'file';
  if (!('serviceWorker' in navigator)) return 'tab';
  try {
    await navigator.serviceWorker.register(workerAddress(), { type: 'module' });
    await navigator.serviceWorker.ready;
    return 'ready';
  } catch {
    return 'tab';
  }
}

/** The page's policy takes one address from here and no other. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return WORKER;
  return trustedTypes.createPolicy('motcua-verify', { createScriptURL: () => WORKER }).createScriptURL(WORKER);
}
