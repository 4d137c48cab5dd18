export const AUDIT_RECORDS_PATH = 'audit-records';

/** Who did something: an account or a phone, by id and, where it is still known, by name; or the system itself. */
export interface AuditActor {
  readonly kind: string;
  readonly id: string | null;
  readonly name: string | null;
}

/** One line of the audit trail. */
export interface AuditRecord {
  readonly id: string;
  readonly at: string;
  readonly actor: AuditActor;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string | null;
  /** Ids, counts and states; never names or answers. */
  readonly details: Readonly<Record<string, unknown>>;
  readonly correlationId: string | null;
}
