/** Judges the cases of kinds and texts with nothing but what every place has: the same code runs in Node and in a page. */

/**
 * @param {{ runKindCase: Function, runTextCase: Function }} engine
 * @param {{ kinds: object[], texts: object[] }} files
 * @returns {object} by file: what came out of each case
 */
export function judgeKinds({ runKindCase, runTextCase }, { kinds, texts }) {
  return {
    kinds: kinds.map(({ kind, cases }) => [kind, cases.map((one) => runKindCase(kind, one))]),
    texts: texts.map((file) => [file.function, file.cases.map((one) => runTextCase(file, one) ?? null)]),
  };
}
