/**
 * For tests of forms and of the engine itself.
 */
export { ISSUE_CODES, type IssueCode } from '../issue-codes.js';
export {
  CONFORMANCE_CONTEXT,
  type ConformanceCase,
  type ConformanceFile,
  runExpressionCase,
} from './run-expression-case.js';
export {
  agree as agreeOnConditions,
  type ConditionCase,
  type ConditionFile,
  type ConditionOutcome,
  type ConditionPattern,
  expectedConditions,
  planConditions,
  runConditionCase,
} from './run-condition-case.js';
export {
  type ExpectedIssue,
  expectedOutcome,
  runValidationCase,
  type ValidationFile,
  type ValidationGroup,
  type ValidationOutcome,
  type ValidationTest,
} from './run-validation-case.js';
export {
  answerOpenForm,
  applyAnswers,
  readHeld,
  type SupplementCase,
  type SupplementFile,
} from './run-supplement-case.js';
export { countEvaluations } from '../model/create-form.js';
