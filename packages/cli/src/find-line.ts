const TOKEN = /"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/** The line, counted from 1, on which the value at a JSON Pointer begins. Undefined when a valid JSON text has nothing there. */
export function findLine(json: string, pointer: string): number | undefined {
  /** Names and positions on the way to the present value; a name is undefined until it was read. */
  const way: { list: boolean; token: string | undefined }[] = [];
  for (const match of json.matchAll(TOKEN)) {
    const [text] = match;
    const top = way.at(-1);
    if (text === '}' || text === ']') way.pop();
    else if (text === ',' && top) top.token = top.list ? String(Number(top.token) + 1) : undefined;
    else if (text !== ',' && text !== ':') {
      if (top && top.token === undefined) {
        top.token = String(JSON.parse(text));
        continue;
      }
      if (way.map(({ token }) => `/${escapeToken(token ?? '')}`).join('') === pointer)
        return json.slice(0, match.index).split('\n').length;
      if (text === '{' || text === '[') way.push({ list: text === '[', token: text === '[' ? '0' : undefined });
    }
  }
  return undefined;
}

function escapeToken(token: string): string {
  return token.replaceAll('~', '~0').replaceAll('/', '~1');
}
