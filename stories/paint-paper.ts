/** Paints a small picture of a paper on a table, so that stories need no image file. */

/** As a thumbnail. */
export async function paintPaper(): Promise<ImageBitmap> {
  return createImageBitmap(drawPaper());
}

/** As a photo that a phone took. */
export async function photographPaper(name: string): Promise<File> {
  return new File([await drawPaper().convertToBlob({ type: 'image/png' })], name, { type: 'image/png' });
}

function drawPaper(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(224, 272);
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('This browser draws no canvas');
  pen.fillStyle = '#8a7460';
  pen.fillRect(0, 0, 224, 272);
  pen.rotate(-0.03);
  pen.fillStyle = '#fbf7ee';
  pen.fillRect(26, 30, 176, 224);
  pen.fillStyle = '#b0241c';
  pen.fillRect(70, 62, 90, 8);
  pen.fillStyle = '#4a5f64';
  for (let line = 0; line < 7; line += 1) pen.fillRect(46, 92 + line * 16, 130 - (line % 3) * 18, 4);
  pen.strokeStyle = '#b0241c';
  pen.lineWidth = 4;
  pen.beginPath();
  pen.arc(156, 216, 18, 0, Math.PI * 2);
  pen.stroke();
  return canvas;
}
