/** A paper that can be drawn page by page. It is only ever drawn: nothing in it is run, linked or laid out by the page. */
export interface DrawnPaper {
  pages: number;
  /**
   * Draws a page as wide as asked for, in CSS pixels.
   * @param page from 1
   * @param turn quarter turns to the right
   */
  draw(canvas: HTMLCanvasElement, options: { page: number; width: number; turn: number }): Promise<void>;
  close(): void;
}

/** The file cannot be drawn. */
export class PaperError extends Error {
  override readonly name = 'PaperError';
}

/** @throws PaperError */
export async function openPaper(file: Blob, mediaType: string): Promise<DrawnPaper> {
  try {
    if (mediaType !== 'application/pdf') return drawPicture(await createImageBitmap(file));
    const { openPdf } = await import('./draw-pdf.js');
    return await openPdf(await file.arrayBuffer());
  } catch {
    throw new PaperError(mediaType);
  }
}

function drawPicture(picture: ImageBitmap): DrawnPaper {
  return {
    pages: 1,
    draw: async (canvas, { width, turn }) => {
      const isAcross = turn % 2 === 1;
      const [across, down] = isAcross ? [picture.height, picture.width] : [picture.width, picture.height];
      const scale = sizeCanvas(canvas, width, (width * down) / across) / across;
      const context = canvas.getContext('2d');
      if (!context) return;
      context.translate(canvas.width / 2, canvas.height / 2);
      context.rotate((turn * Math.PI) / 2);
      context.scale(scale, scale);
      context.drawImage(picture, -picture.width / 2, -picture.height / 2);
    },
    close: () => picture.close(),
  };
}

/** Browsers refuse larger canvases. */
const MOST_PIXELS = 16_000_000;

/** Sizes the canvas for the screen's own pixels. @returns its width in them */
export function sizeCanvas(canvas: HTMLCanvasElement, width: number, height: number): number {
  const sharp = Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
  canvas.width = Math.max(1, Math.round(width * sharp));
  canvas.height = Math.max(1, Math.round(height * sharp));
  canvas.style.width = `${Math.round(width)}px`;
  canvas.style.height = `${Math.round(height)}px`;
  return canvas.width;
}
