/** The service worker of the verify page: the newest files while there is a network, the kept ones when there is none. */

const CACHE = 'motcua-verify';
const FILES = ['./', 'verify.js', 'verify.css'];

/** The few members of a service worker that are used here; the library's types cannot stand beside those of a page. */
interface WorkerScope {
  addEventListener(name: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(name: 'fetch', listener: (event: FetchEvent) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { scope: string };
}
interface ExtendableEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = globalThis as unknown as WorkerScope;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const known = FILES.some((name) => new URL(name, worker.registration.scope).href === request.url.split(/[?#]/)[0]);
  if (request.method === 'GET' && known) event.respondWith(answer(request));
});

/** Only a whole answer of our own takes the place of a kept one: not an error, not the log-in page of a café. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  // The gateway's answers vary by Origin, which a script's request names and the one that filled the cache did not.
  const kept = (): Promise<Response | undefined> => cache.match(request, { ignoreSearch: true, ignoreVary: true });
  try {
    const fresh = await fetch(request);
    if (!fresh.ok || fresh.redirected || fresh.type !== 'basic') return (await kept()) ?? fresh;
    await cache.put(request.url.split(/[?#]/)[0] ?? request.url, fresh.clone());
    return fresh;
  } catch (error) {
    const found = await kept();
    if (found) return found;
    throw error;
  }
}
