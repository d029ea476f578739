/**
 * Options and register checks through the host: loaded when a plan asks for any.
 */
export { connectResolvers } from './model/checks/connect-resolvers.js';
export type {
  CheckStatus,
  ConnectedResolvers,
  RegisterAnswer,
  RegisterFill,
  ResolvedOption,
  ResolverRequest,
  Resolvers,
} from './model/checks/resolvers.js';
