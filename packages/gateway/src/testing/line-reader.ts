/**
 * Reads an answer that stays open, line by line.
 */
export interface LineReader {
  /** The next line that is not empty; nothing when the answer has ended. */
  next(): Promise<string | undefined>;
  /** The next line, an empty one too. */
  nextRaw(): Promise<string | undefined>;
}

export function readLines(response: Response): LineReader {
  if (!response.body) throw new Error('the answer has no body');
  const chunks = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const nextRaw = async (): Promise<string | undefined> => {
    for (;;) {
      const end = text.indexOf('\n');
      if (end >= 0) {
        const line = text.slice(0, end);
        text = text.slice(end + 1);
        return line;
      }
      const { done, value } = await chunks.read();
      if (done) return undefined;
      text += value;
    }
  };
  return {
    nextRaw,
    async next() {
      for (;;) {
        const line = await nextRaw();
        if (line !== '') return line;
      }
    },
  };
}
