/** Seals bytes for storage. `context` binds a record to its place: one that was moved or swapped does not open. */
export interface Sealer {
  seal(plain: Uint8Array<ArrayBuffer>, context: string): Promise<Sealed>;
  /** @throws when the record was altered, moved, or sealed with another key. */
  open(sealed: Sealed, context: string): Promise<Uint8Array<ArrayBuffer>>;
}

export interface Sealed {
  /** 96 random bits, fresh for each record (NIST SP 800-38D). */
  iv: Uint8Array<ArrayBuffer>;
  ciphertext: ArrayBuffer;
}

/** AES-GCM under a key that scripts can use but not read out. */
export function createSealer(key: CryptoKey): Sealer {
  const encoder = new TextEncoder();
  const parameters = (iv: Uint8Array<ArrayBuffer>, context: string) => ({
    name: 'AES-GCM',
    iv,
    additionalData: encoder.encode(context),
  });
  return {
    async seal(plain, context) {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      return { iv, ciphertext: await crypto.subtle.encrypt(parameters(iv, context), key, plain) };
    },
    async open({ iv, ciphertext }, context) {
      return new Uint8Array(await crypto.subtle.decrypt(parameters(iv, context), key, ciphertext));
    },
  };
}

/** For memory that ends with the page: nothing lasts, so nothing is sealed. Copies, so that later changes do not leak in. */
export function createOpenSealer(): Sealer {
  return {
    seal: (plain) => Promise.resolve({ iv: new Uint8Array(0), ciphertext: plain.slice().buffer }),
    open: ({ ciphertext }) => Promise.resolve(new Uint8Array(ciphertext.slice(0))),
  };
}
