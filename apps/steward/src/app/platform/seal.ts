/** A value as it lies on the phone: nobody reads it without the key. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

const AES = { name: 'AES-GCM', length: 256 } as const;

/** A key that works on this phone and cannot be taken out of it. */
export const newSealKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey(AES, false, ['encrypt', 'decrypt']);

/** Closes values for the phone's disk and opens them again, with a key that never leaves the browser. */
export class Seal {
  constructor(private readonly key: CryptoKey) {}

  async close(value: unknown): Promise<Sealed> {
    // A nonce may never come twice under one key; 96 random bits are what AES-GCM asks for.
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const text = new TextEncoder().encode(JSON.stringify(value));
    return { iv, data: await crypto.subtle.encrypt({ name: AES.name, iv }, this.key, text) };
  }

  async open<T>({ iv, data }: Sealed): Promise<T> {
    const text = await crypto.subtle.decrypt({ name: AES.name, iv }, this.key, data);
    return JSON.parse(new TextDecoder().decode(text)) as T;
  }
}
