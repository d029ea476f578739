/**
 * Officers' accounts and their sessions.
 */
export type Role = 'desk' | 'officer' | 'leader' | 'admin';

export interface Account {
  id: string;
  /** Lower case. */
  login: string;
  name: string;
  roles: readonly Role[];
  /** Commune code; absent for accounts that belong to no agency. */
  agencyCode?: string;
}

export interface StoredAccount extends Account {
  passwordHash: string;
}

export interface Session {
  account: Account;
  createdAt: Date;
  seenAt: Date;
}

export interface AccountStore {
  /** Adds the account, or gives the one of that login this name, roles, agency and password. */
  put(account: Omit<StoredAccount, 'id'>, at: Date): Promise<string>;
  /** Nothing for unknown and disabled accounts alike. */
  find(login: string): Promise<StoredAccount | undefined>;
  disable(login: string, at: Date): Promise<boolean>;
}

export interface SessionStore {
  open(tokenHash: string, accountId: string, at: Date): Promise<void>;
  /** Nothing when the account was disabled meanwhile. */
  find(tokenHash: string): Promise<Session | undefined>;
  touch(tokenHash: string, at: Date): Promise<void>;
  close(tokenHash: string): Promise<void>;
  /** Removes sessions that were not seen since; answers how many. */
  removeUnseenSince(time: Date): Promise<number>;
}
