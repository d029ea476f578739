/**
 * How large a picture may say that it is: a few bytes can claim a picture that fills the memory of whoever opens it.
 */

/** Above the sensors of telephones (200 million); four bytes each make 1 GB. */
const MAX_PIXELS = 250_000_000;

export function exceedsPixels(width: number, height: number): boolean {
  return width * height > MAX_PIXELS;
}
