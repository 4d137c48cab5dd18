import { foldText } from '@lectern/core';
import type { AccessRequest, AccessRequestStatus, SchoolRole } from '@lectern/identity';
import type { School } from '@lectern/schools';
import type { AccessRequestEntity } from './access-request.entity';
import type { AlikeRow } from './access-requests.repository';
import type { AccountEntity } from './account.entity';
import { rolesOf } from './accounts.repository';
import { schoolOfPerson } from './school-choice';

/** Everything that the view of a request is made of. */
export interface AccessRequestParts {
  readonly schools: ReadonlyMap<string, School>;
  /** Accounts by the normalised form of their address. */
  readonly accounts: ReadonlyMap<string, AccountEntity>;
  readonly waiting: readonly AlikeRow[];
}

const isAlike = (request: AccessRequestEntity, other: AlikeRow): boolean =>
  other.id !== request.id &&
  (other.email_key === request.emailKey ||
    (other.school_urn === request.schoolUrn && foldText(other.name) === foldText(request.name)));

export const accessRequestView = (row: AccessRequestEntity, parts: AccessRequestParts): AccessRequest => {
  const account = parts.accounts.get(row.emailKey);
  return {
    id: row.id,
    status: row.status as AccessRequestStatus,
    name: row.name,
    email: row.email,
    role: row.role as SchoolRole,
    note: row.note,
    school: schoolOfPerson(row.schoolUrn, parts.schools.get(row.schoolUrn)),
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
    alike: parts.waiting.filter((other) => isAlike(row, other)).length,
    account: account
      ? {
          id: account.id,
          name: account.name,
          roles: rolesOf(account),
          school:
            account.schoolUrn === null
              ? null
              : schoolOfPerson(account.schoolUrn, parts.schools.get(account.schoolUrn)),
          disabled: account.disabledAt !== null,
        }
      : null,
  };
};
