/** Draws a picture to fill a canvas, cut to its middle. No `blob:` address is made, so a strict `img-src` holds. */
import type { ElementPart } from 'lit';
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js';
import { nothing } from 'lit';

class DrawPreviewDirective extends Directive {
  #drawn: ImageBitmap | undefined;

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('drawPreview stands on an element');
  }

  override render(_picture: ImageBitmap): typeof nothing {
    return nothing;
  }

  override update(part: ElementPart, [picture]: [ImageBitmap]): typeof nothing {
    if (part.element instanceof HTMLCanvasElement && picture !== this.#drawn) {
      this.#drawn = picture;
      drawCovering(part.element, picture);
    }
    return nothing;
  }
}

/** On a `<canvas>`: draws the picture once for each new picture. */
export const drawPreview = directive(DrawPreviewDirective);

function drawCovering(canvas: HTMLCanvasElement, picture: ImageBitmap): void {
  const scale = Math.max(canvas.width / picture.width, canvas.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  canvas.getContext('2d')?.drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
}
