/** Finds the small changes of a compiled file that a test ought to notice, each a replacement of one stretch of text. */
import ts from 'typescript';

const { SyntaxKind } = ts;

const SWAPPED = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '**': ['*'],
  '+=': ['-='],
  '-=': ['+='],
};

/** Calls whose texts are messages for developers; the cases look at their codes. */
const MESSAGES = /^(?:site\.)?(?:malformed|fail)$/;

/**
 * @param {string} text a compiled module
 * @returns {{ start: number, end: number, to: string, line: number, from: string, rule: string, within?: number }[]} in order of
 * place; `within` names the function without which the change cannot be noticed
 */
export function findMutants(text) {
  const file = ts.createSourceFile('mutant.js', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const found = [];
  const add = (rule, start, end, to) => {
    const from = text.slice(start, end);
    if (from === to || found.some((other) => other.start === start && other.end === end && other.to === to)) return;
    found.push({ start, end, to, from, rule, line: file.getLineAndCharacterOfPosition(start).line + 1, within });
  };
  const replace = (rule, node, to) => add(rule, node.getStart(file), node.getEnd(), to);

  let within;
  const visit = (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const outside = within;
    if (ts.isFunctionLike(node)) within = node.getStart(file);
    for (const rule of RULES) rule(node, replace, add, file);
    ts.forEachChild(node, visit);
    within = outside;
  };
  visit(file);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** @returns {string} the module with the change made */
export function applyMutant(text, { start, end, to }) {
  return text.slice(0, start) + to + text.slice(end);
}

/** @returns {string} the module in which every function first calls `globalThis.enterFunction` with the file's name and its own place */
export function watchFunctions(text, name) {
  const file = ts.createSourceFile('watched.js', text, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const edits = [];
  const visit = (node) => {
    if (ts.isFunctionLike(node) && node.body) {
      const call = `globalThis.enterFunction?.(${JSON.stringify(`${name}:${node.getStart(file)}`)})`;
      if (ts.isBlock(node.body)) edits.push([node.body.getStart(file) + 1, `${call};`]);
      else edits.push([node.body.getStart(file), `(${call},`], [node.body.getEnd(), ')']);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return edits.sort(([a], [b]) => b - a).reduce((all, [at, put]) => all.slice(0, at) + put + all.slice(at), text);
}

const RULES = [
  function swapOperator(node, _replace, add, file) {
    if (!ts.isBinaryExpression(node)) return;
    const token = node.operatorToken;
    const isText = [node.left, node.right].some(
      (side) => ts.isStringLiteralLike(side) || ts.isTemplateExpression(side),
    );
    if (token.kind === SyntaxKind.PlusToken && isText) return;
    for (const to of SWAPPED[token.getText(file)] ?? []) add('swap operator', token.getStart(file), token.getEnd(), to);
  },
  function negateCondition(node, replace, _add, file) {
    const condition =
      ts.isIfStatement(node) || ts.isWhileStatement(node)
        ? node.expression
        : ts.isConditionalExpression(node) || ts.isForStatement(node)
          ? node.condition
          : undefined;
    if (condition && !isComparison(condition)) replace('negate condition', condition, `!(${condition.getText(file)})`);
  },
  function dropNegation(node, replace, _add, file) {
    if (ts.isPrefixUnaryExpression(node) && node.operator === SyntaxKind.ExclamationToken)
      replace('drop negation', node, `!!${node.operand.getText(file)}`);
  },
  function stepTheOtherWay(node, replace, _add, file) {
    if (!ts.isPrefixUnaryExpression(node) && !ts.isPostfixUnaryExpression(node)) return;
    if (node.operator === SyntaxKind.PlusPlusToken)
      replace('step the other way', node, node.getText(file).replace('++', '--'));
    if (node.operator === SyntaxKind.MinusToken) replace('drop minus', node, node.operand.getText(file));
  },
  function changeLiteral(node, replace, _add, file) {
    if (ts.isNumericLiteral(node)) {
      const value = Number(node.text);
      replace('change number', node, String(value === 0 ? 1 : value - 1));
      if (value !== 0) replace('change number', node, String(value + 1));
    }
    if (node.kind === SyntaxKind.TrueKeyword) replace('flip boolean', node, 'false');
    if (node.kind === SyntaxKind.FalseKeyword) replace('flip boolean', node, 'true');
    if (ts.isIdentifier(node) && node.text === 'Infinity') replace('change number', node, '1');
    if (ts.isStringLiteral(node) && node.text !== '' && !isName(node) && !isMessage(node, file))
      replace('empty text', node, "''");
  },
  function dropStatement(node, replace, _add, file) {
    if (ts.isExpressionStatement(node) || ts.isContinueStatement(node) || ts.isBreakStatement(node))
      replace('drop statement', node, ';');
    if (ts.isIfStatement(node) && !node.elseStatement) replace('drop statement', node, ';');
    if (!ts.isReturnStatement(node) || !node.expression) return;
    if (isWithinIf(node)) replace('drop statement', node, ';');
    if (!isMessageCall(node.expression, file)) {
      replace('return true', node, 'return true;');
      replace('return false', node, 'return false;');
    }
  },
  function answerAtOnce(node, replace) {
    if (!ts.isArrowFunction(node) || ts.isBlock(node.body) || ts.isArrowFunction(node.body)) return;
    replace('answer true', node.body, 'true');
    replace('answer false', node.body, 'false');
  },
  function askPrototypes(node, replace, _add, file) {
    if (!ts.isCallExpression(node) || node.expression.getText(file) !== 'Object.hasOwn') return;
    const [object, name] = node.arguments.map((argument) => argument.getText(file));
    replace('ask prototypes', node, `((${name}) in (${object}))`);
  },
  function dropElement(node, replace, _add, file) {
    if (!ts.isArrayLiteralExpression(node) || node.elements.length === 0) return;
    if (ts.isVariableDeclaration(node.parent) && ts.isArrayBindingPattern(node.parent.name)) return;
    node.elements.forEach((_, index) => {
      const kept = node.elements.filter((_, other) => other !== index).map((element) => element.getText(file));
      replace('drop element', node, `[${kept.join(', ')}]`);
    });
  },
  function takeOneSide(node, replace, _add, file) {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.QuestionQuestionToken)
      replace('take the other side', node, node.right.getText(file));
    if (ts.isConditionalExpression(node)) {
      replace('take one side', node, `(${node.whenTrue.getText(file)})`);
      replace('take one side', node, `(${node.whenFalse.getText(file)})`);
    }
  },
];

function isComparison(node) {
  return ts.isBinaryExpression(node) && ['===', '!=='].includes(node.operatorToken.getText());
}

function isName(node) {
  return (
    (ts.isPropertyAssignment(node.parent) && node.parent.name === node) || ts.isElementAccessExpression(node.parent)
  );
}

function isMessageCall(node, file) {
  return ts.isCallExpression(node) && MESSAGES.test(node.expression.getText(file));
}

function isMessage(node, file) {
  for (let above = node.parent; above; above = above.parent) if (isMessageCall(above, file)) return true;
  return false;
}

function isWithinIf(node) {
  return ts.isIfStatement(node.parent) || (ts.isBlock(node.parent) && ts.isIfStatement(node.parent.parent));
}
