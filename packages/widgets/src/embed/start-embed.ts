/**
 * Loads the widgets that a page contains. Each chunk runs only after the browser has checked its hash:
 * a `modulepreload` link with `integrity` is awaited before `import()`, because a preload that failed does not stop an import by itself.
 */

/** For each chunk: its `sha384-…` and the chunks it imports. */
export type ChunkTable = Readonly<Record<string, readonly [integrity: string, imports: readonly string[]]>>;

export interface EmbedTable {
  chunks: ChunkTable;
  /** Tag → chunk that registers it. */
  elements: Readonly<Record<string, string>>;
}

const importKey = Symbol.for('motcua.import');

/** Upgrades every element of the table that is on the page now or is added later. */
export function startEmbed(table: EmbedTable, entryUrl: string): void {
  const base = new URL('chunks/', entryUrl);
  const load = createVerifiedImport(table.chunks, base);
  shareImport(load, base);
  for (const [tag, chunk] of Object.entries(table.elements)) whenPresent(tag, () => upgrade(tag, chunk, load));
}

type VerifiedImport = (chunk: string) => Promise<unknown>;

function createVerifiedImport(chunks: ChunkTable, base: URL): VerifiedImport {
  const checked = new Map<string, Promise<void>>();
  const check = (name: string): Promise<void> => {
    const known = checked.get(name);
    if (known) return known;
    const [integrity, imports] = chunks[name] ?? [];
    if (integrity === undefined) return Promise.reject(new Error(`Unknown chunk ${name}`));
    const done = Promise.all([preload(new URL(name, base), integrity), ...(imports ?? []).map(check)]).then(
      () => undefined,
    );
    checked.set(name, done);
    done.catch(() => checked.delete(name));
    return done;
  };
  return async (name) => {
    await check(name);
    return import(/* @vite-ignore */ new URL(name, base).href);
  };
}

function preload(url: URL, integrity: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = url.href;
    link.integrity = integrity;
    link.crossOrigin = 'anonymous';
    link.addEventListener('load', () => resolve(), { once: true });
    link.addEventListener(
      'error',
      () => {
        link.remove();
        reject(new Error(`motcua: ${url.pathname} could not be loaded, or its content is not what was published.`));
      },
      { once: true },
    );
    document.head.append(link);
  });
}

/** Chunks reach their own lazy parts through one function of the page; the first copy of a version installs it. */
function shareImport(load: VerifiedImport, base: URL): void {
  const scope = globalThis as { [importKey]?: (specifier: string, from: string) => Promise<unknown> };
  const earlier = scope[importKey];
  scope[importKey] = (specifier, from) => {
    const url = new URL(specifier, from);
    if (url.href.startsWith(base.href)) return load(url.href.slice(base.href.length));
    return earlier
      ? earlier(specifier, from)
      : Promise.reject(new Error(`motcua: ${url.pathname} is not part of this version.`));
  };
}

function whenPresent(tag: string, act: () => void): void {
  if (document.querySelector(tag)) {
    act();
    return;
  }
  const observer = new MutationObserver(() => {
    if (!document.querySelector(tag)) return;
    observer.disconnect();
    act();
  });
  observer.observe(document.documentElement, { childList: true, subtree: true });
}

const retryDelays = [500, 2000, 8000];

async function upgrade(tag: string, chunk: string, load: VerifiedImport): Promise<void> {
  for (const delay of [...retryDelays, undefined]) {
    try {
      await load(chunk);
      return;
    } catch (error) {
      if (delay === undefined) sayUnavailable(tag, error);
      else await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}

/** The element's own content is the host's fallback; the attribute lets the host style it, the event lets it act. */
function sayUnavailable(tag: string, error: unknown): void {
  console.error(error);
  for (const element of document.querySelectorAll(tag)) {
    element.setAttribute('unavailable', '');
    element.dispatchEvent(new Event('motcua-unavailable', { bubbles: true }));
    if (element.childNodes.length === 0) {
      const text = document.createElement('p');
      text.textContent = 'Chưa tải được phần khai hồ sơ. Kiểm tra kết nối mạng rồi tải lại trang.';
      element.append(text);
    }
  }
}
