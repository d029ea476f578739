/** Draws a QR code as one SVG path: no markup from a string, no image. */
import { html, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** Modules of white around the code, inside the picture. */
const quietZone = 2;

/** `label` names the picture. Throws a `RangeError` of the encoder when the text is too long for any code. */
export function renderQrCode(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label=${label} shape-rendering="crispEdges">
    <rect class="qr-ground" width=${size} height=${size}></rect>
    <path class="qr-modules" d=${writePath(data)}></path>
  </svg>`;
}

/** One run of dark modules a rectangle, row by row. */
export function writePath(rows: readonly (readonly boolean[])[]): string {
  return rows.map((row, y) => writeRow(row, y)).join('');
}

function writeRow(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x += 1;
    const width = x + 1 - start;
    path += `M${start} ${y}h${width}v1h-${width}z`;
  }
  return path;
}
