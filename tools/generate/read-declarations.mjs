/** Every public export of a package, from its compiled declarations: what it is called, what it is for, how it is written. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

/**
 * @param {string} home folder of the package
 * @returns {{entries: {name: string, exports: string[]}[], items: Map<string, object>, texts: string[]}} entries in the order of package.json, the
 * whole last; an item by `<file>#<name>`; the texts of all declarations that were read, for the hash
 */
export function readDeclarations(home) {
  const { name, exports } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const order = Object.keys(exports).sort((left, right) => Number(left === '.') - Number(right === '.'));
  const files = new Map(order.map((entry) => [entry, resolve(home, exports[entry].types)]));
  const program = ts.createProgram([...files.values()], {
    noEmit: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    module: ts.ModuleKind.NodeNext,
  });
  const checker = program.getTypeChecker();
  const items = new Map();
  const texts = new Set();
  const entries = order.map((entry) => {
    const source = program.getSourceFile(files.get(entry));
    if (source === undefined) throw new Error(`There is no ${files.get(entry)}: build the package first.`);
    const module = checker.getSymbolAtLocation(source);
    const exported = module === undefined ? [] : checker.getExportsOfModule(module);
    const ids = exported.map((symbol) => describe(symbol)).sort();
    return { name: entry === '.' ? name : `${name}/${entry.slice(2)}`, lead: leadOf(source), exports: ids };
  });
  return { entries, items, texts: [...texts].sort() };

  function describe(symbol) {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const [declaration] = target.declarations ?? [];
    const id = `${symbol.name} ${declaration === undefined ? '' : relativeTo(home, declaration.getSourceFile().fileName)}`;
    if (declaration === undefined || items.has(id)) return id;
    const signature = target.declarations.map(writeSignature).join('\n');
    texts.add(signature);
    const tags = target.getJsDocTags(checker);
    items.set(id, {
      name: symbol.name,
      sort: sortOf(declaration),
      summary: ts.displayPartsToString(target.getDocumentationComment(checker)).trim(),
      errors: tagsOf(tags, 'throws'),
      examples: tagsOf(tags, 'example'),
      params: tags.filter((tag) => tag.name === 'param').map((tag) => ts.displayPartsToString(tag.text)),
      signature,
    });
    return id;
  }
}

function tagsOf(tags, name) {
  return tags.filter((tag) => tag.name === name).map((tag) => ts.displayPartsToString(tag.text).trim());
}

function relativeTo(home, file) {
  return file.startsWith(resolve(home))
    ? file.slice(resolve(home).length + 1)
    : file.replace(/^.*\/node_modules\//u, '');
}

/** The comment at the top of the entry's file. */
function leadOf(source) {
  const [first] = ts.getLeadingCommentRanges(source.text, 0) ?? [];
  if (first === undefined) return '';
  const lines = source.text
    .slice(first.pos, first.end)
    .replace(/^\/\*\*?|\*\/$/gu, '')
    .split('\n');
  const text = lines
    .map((line) => line.replace(/^\s*\*? ?/u, ''))
    .join('\n')
    .trim();
  return text.split(/\n\s*@|\n\n/u)[0].replace(/\s+/gu, ' ');
}

function sortOf(declaration) {
  if (ts.isFunctionDeclaration(declaration)) return 'function';
  if (ts.isClassDeclaration(declaration)) return 'class';
  if (ts.isInterfaceDeclaration(declaration)) return 'interface';
  return ts.isTypeAliasDeclaration(declaration) ? 'type' : 'constant';
}

/** The declaration as it is compiled, comments on its members included. */
function writeSignature(declaration) {
  const whole = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const source = whole.getSourceFile();
  return source.text
    .slice(whole.getStart(source), whole.getEnd())
    .replace(/^export (?:declare )?/u, '')
    .replace(/^ {4}/gmu, '  ')
    .trimEnd();
}
