/** One file of a paper as its row shows it. */
export interface FileRow {
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Drawn on a canvas; the owner closes it. */
  readonly preview?: ImageBitmap;
  readonly state: FileState;
}

export type FileState =
  | { readonly kind: 'uploading'; /** Bytes sent. */ readonly sent: number; readonly secondsLeft?: number }
  | { readonly kind: 'waiting'; /** Bytes sent before the net was lost. */ readonly sent?: number }
  | { readonly kind: 'checking' }
  | { readonly kind: 'done' }
  /** `message` gives reason and cure in whole sentences. `cure` is the button offered: another file, or the same again. */
  | { readonly kind: 'refused'; readonly message: string; readonly cure: 'choose' | 'retry' };

/** Whole per cent sent, 0 to 100; 100 only when every byte is. */
export function percentSent(sent: number, size: number): number {
  return size <= 0 ? 0 : Math.min(100, Math.max(0, Math.floor((sent / size) * 100)));
}
