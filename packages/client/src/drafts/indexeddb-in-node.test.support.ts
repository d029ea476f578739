/** For tests in Node: an IndexedDB of its own for each test, and a look at what really lies in it. */
import * as fake from 'fake-indexeddb';
import type { TestContext } from 'node:test';

const {
  IDBCursor,
  IDBCursorWithValue,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBOpenDBRequest,
  IDBRequest,
  IDBTransaction,
} = fake;
const CLASSES = {
  IDBCursor,
  IDBCursorWithValue,
  IDBDatabase,
  IDBFactory,
  IDBIndex,
  IDBKeyRange,
  IDBObjectStore,
  IDBOpenDBRequest,
  IDBRequest,
  IDBTransaction,
};

/** A new, empty IndexedDB until the test ends. */
export function useFreshIndexedDb(context: TestContext): void {
  replaceGlobals(context, { ...CLASSES, indexedDB: new IDBFactory() });
}

/** Sets globals until the test ends. */
export function replaceGlobals(context: TestContext, values: Record<string, unknown>): void {
  const former = Object.keys(values).map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  context.after(() => {
    for (const [name, descriptor] of former) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
  });
}

/** Opens a database as any script of the site could. */
export function openRaw(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('cannot open'));
  });
}

/** Every record of one store. */
export function readRaw(database: IDBDatabase, store: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const request = database.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('cannot read'));
  });
}

/** Writes past the store, as damage or an attacker would. */
export function writeRaw(database: IDBDatabase, store: string, record: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite');
    transaction.objectStore(store).put(record);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(new Error('cannot write'));
  });
}

/** All bytes of a database in one string, one character a byte, text as UTF-8. */
export async function dumpRaw(name: string): Promise<string> {
  const database = await openRaw(name);
  const parts: string[] = [name];
  for (const store of Array.from(database.objectStoreNames)) {
    for (const record of await readRaw(database, store)) collectBytes(record, parts);
  }
  database.close();
  return parts.join('\n');
}

function collectBytes(value: unknown, parts: string[]): void {
  if (typeof value === 'string') parts.push(Buffer.from(value).toString('latin1'));
  else if (value instanceof ArrayBuffer) parts.push(Buffer.from(value).toString('latin1'));
  else if (ArrayBuffer.isView(value))
    parts.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1'));
  else if (typeof value === 'object' && value !== null) {
    for (const [member, inner] of Object.entries(value)) {
      parts.push(member);
      collectBytes(inner, parts);
    }
  } else parts.push(String(value));
}
