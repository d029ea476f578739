/**
 * Reads a JSON body within limits of bytes and depth.
 */
import type { JsonValue } from '@motcua/form-engine';
import { GatewayProblem } from './problem.js';

export interface BodyLimits {
  /** Bytes of the body. */
  maxBytes: number;
  /** Nested objects and arrays. */
  maxDepth: number;
  /** Until the last byte of the body has arrived; default: 30. */
  maxSeconds?: number;
}

const MAX_SECONDS = 30;

const JSON_TYPE = /^application\/json\s*(;.*)?$/i;

/**
 * Reads and parses the body.
 * @throws GatewayProblem `request.media-type`, `request.too-large`, `request.timeout`, `request.invalid-json`, `request.too-deep`
 */
export async function readJsonBody(request: Request, limits: BodyLimits): Promise<JsonValue> {
  if (!JSON_TYPE.test(request.headers.get('content-type') ?? '')) throw new GatewayProblem('request.media-type');
  const text = decodeUtf8(await readBytes(request, limits));
  refuseDepth(text, limits.maxDepth);
  return parse(text);
}

/** Reads at most `maxBytes`, whatever Content-Length says, and no longer than `maxSeconds`. */
async function readBytes(request: Request, { maxBytes, maxSeconds = MAX_SECONDS }: BodyLimits): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new GatewayProblem('request.too-large');
  if (request.body === null) return new Uint8Array();
  const reader = (request.body as ReadableStream<Uint8Array>).getReader();
  const deadline = startDeadline(maxSeconds);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), deadline.passed]);
      if (done) return Buffer.concat(chunks);
      size += value.byteLength;
      if (size > maxBytes) throw new GatewayProblem('request.too-large');
      chunks.push(value);
    }
  } catch (error) {
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    deadline.end();
  }
}

/** The rest of a body that comes too slowly is not waited for: the connection ends with the answer. */
function startDeadline(seconds: number): { passed: Promise<never>; end(): void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_, fail) => {
    timer = setTimeout(
      () => fail(new GatewayProblem('request.timeout', { headers: { Connection: 'close' } })),
      seconds * 1000,
    );
  });
  passed.catch(() => undefined);
  return { passed, end: () => clearTimeout(timer) };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new GatewayProblem('request.invalid-json');
  }
}

function parse(text: string): JsonValue {
  try {
    return JSON.parse(text, refuseProto) as JsonValue;
  } catch (error) {
    if (error instanceof GatewayProblem) throw error;
    throw new GatewayProblem('request.invalid-json');
  }
}

function refuseProto(this: unknown, name: string, value: unknown): unknown {
  if (name === '__proto__')
    throw new GatewayProblem('request.invalid-json', { detail: 'A member may not be named __proto__.' });
  return value;
}

/** Counts brackets outside strings before anything recursive sees the text. */
function refuseDepth(text: string, maxDepth: number): void {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const symbol = text.charCodeAt(index);
    if (quoted) {
      if (symbol === 0x5c) index += 1;
      else if (symbol === 0x22) quoted = false;
    } else if (symbol === 0x22) quoted = true;
    else if (symbol === 0x7b || symbol === 0x5b) {
      depth += 1;
      if (depth > maxDepth) throw new GatewayProblem('request.too-deep');
    } else if (symbol === 0x7d || symbol === 0x5d) depth -= 1;
  }
}
