/** Draws a PDF with pdf.js: pictures of its pages, without its scripts, links, forms or attachments. */
import { AnnotationMode, getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { sizeCanvas, type DrawnPaper } from './drawn-paper.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

let worker: PDFWorker | undefined;

export async function openPdf(data: ArrayBuffer): Promise<DrawnPaper> {
  const task = getDocument({
    data,
    worker: (worker ??= startWorker()),
    // No WebAssembly under the page's policy: JPEG 2000 is read by the slower script.
    useWasm: false,
    wasmUrl: new URL('./', import.meta.url).href,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  const document = await task.promise;
  return {
    pages: document.numPages,
    async draw(canvas, { page: number, width, turn }) {
      const page = await document.getPage(number);
      const rotation = (page.rotate + turn * 90) % 360;
      const plain = page.getViewport({ scale: 1, rotation });
      const pixels = sizeCanvas(canvas, width, (width * plain.height) / plain.width);
      const viewport = page.getViewport({ scale: pixels / plain.width, rotation });
      await page.render({ canvas, viewport, annotationMode: AnnotationMode.DISABLE }).promise;
    },
    close: () => void task.destroy(),
  };
}

/** The page's policy takes this one address for a worker and no other. */
function startWorker(): PDFWorker {
  const url = new URL('./pdf-worker.js', import.meta.url).href;
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const allowed = trustedTypes
    ? trustedTypes.createPolicy('motcua-desk', { createScriptURL: () => url }).createScriptURL(url)
    : url;
  return PDFWorker.create({ port: new Worker(allowed, { type: 'module' }) });
}
