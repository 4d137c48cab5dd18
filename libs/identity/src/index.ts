export {
  INVITABLE_ROLES,
  type InvitableRole,
  type Role,
  ROLE_NAMES,
  ROLES,
  SCHOOL_ROLES,
  type SchoolRole,
} from './roles';
export {
  ACCESS_REQUEST_LISTS,
  ACCESS_REQUEST_STATUSES,
  ACCESS_REQUESTS_PATH,
  type AccessRequest,
  type AccessRequestConfirmed,
  type AccessRequestList,
  type AccessRequestSent,
  type AccessRequestStatus,
  type AccountOfRequest,
  type OpenInvitation,
  type SchoolOfPerson,
  type SchoolPeople,
  type SchoolPerson,
} from './access-request.contract';
export type {
  AccessRefusal,
  AddressConfirmation,
  AskForAccess,
  ColleagueInvitation,
} from './access-request.requests';
export {
  type AccountChangeDecision,
  type AskedChange,
  type ChangingAccount,
  decideAccountChange,
  mayManage,
  rolesAfterApproval,
} from './account-change.rules';
export { AUDIT_RECORDS_PATH, type AuditActor, type AuditRecord } from './audit.contract';
export { actionWords, AUDIT_OBJECTS, AUDIT_WORDS, detailWords, objectWords } from './audit-words.rules';
export {
  ACCOUNT_STATES,
  ACCOUNTS_PATH,
  type AccountState,
  type ManagedAccount,
} from './managed-account.contract';
export type { AccountChange } from './managed-account.requests';
export { type Actor, can, type Owned, type Permission, PERMISSIONS } from './can.rules';
export { PASSWORD_MAX, PASSWORD_MIN, refusePassword } from './password.rules';
export {
  type Account,
  type Invitation,
  type InvitationDetails,
  INVITATIONS_PATH,
  type Session,
  SESSION_PATH,
} from './session.contract';
export type { SignIn, InvitationRequest, InvitationAcceptance } from './session.requests';
