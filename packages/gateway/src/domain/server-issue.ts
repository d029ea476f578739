import type { Issue } from '@motcua/schemas';

/** An error that only the gateway can see. */
export function createServerIssue(code: string, pointer: string, params: Issue['params'] = {}): Issue {
  return { code, severity: 'error', source: 'server', pointer, params };
}
