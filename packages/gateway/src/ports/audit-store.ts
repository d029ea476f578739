/**
 * Who read or did what at the desk. Only ever added to.
 */
export interface AuditRecord {
  at: Date;
  accountId?: string;
  /** Of the account; absent for accounts without one. */
  agencyCode?: string;
  operation: string;
  dossierId?: string;
  /** `done`, or a problem code. */
  outcome: string;
}

export interface AuditEntry {
  id: number;
  at: Date;
  login?: string;
  name?: string;
  operation: string;
  /** Of the dossier. */
  code?: string;
  outcome: string;
}

export interface AuditQuery {
  /** Absent: of every agency. */
  agencyCode?: string;
  dossierId?: string;
  before?: number;
  limit: number;
}

export interface AuditStore {
  add(record: AuditRecord): Promise<void>;
  /** Newest first. */
  list(query: AuditQuery): Promise<AuditEntry[]>;
}
