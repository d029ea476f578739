/**
 * A body of lines that stays open: newline-delimited JSON, with an empty line as a sign of life.
 */
export interface LineSink {
  /** @param line JSON without a line break */
  send(line: string): void;
  end(): void;
}

export interface LineStreamOptions {
  first: string;
  /** Milliseconds between two empty lines. */
  heartbeat: number;
  /** Of the request: its abort ends the stream. */
  signal: AbortSignal;
  /** Starts the source; the function that comes back is called once, however the stream ends. */
  connect(sink: LineSink): () => void;
}

/** Lines that a reader may leave unread before it is cut off. */
const MAX_UNREAD = 64;

export function streamLines({ first, heartbeat, signal, connect }: LineStreamOptions): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop: () => void = () => undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true;
      const end = (): void => {
        if (!open) return;
        stop();
        controller.close();
      };
      const write = (text: string): void => {
        if (!open) return;
        controller.enqueue(encoder.encode(text));
        if ((controller.desiredSize ?? 0) < -MAX_UNREAD) end();
      };
      const timer = setInterval(() => write('\n'), heartbeat);
      timer.unref();
      write(`${first}\n`);
      const disconnect = connect({ send: (line) => write(`${line}\n`), end });
      stop = () => {
        if (!open) return;
        open = false;
        clearInterval(timer);
        signal.removeEventListener('abort', end);
        disconnect();
      };
      signal.addEventListener('abort', end);
      if (signal.aborted) end();
    },
    cancel: () => stop(),
  });
}
