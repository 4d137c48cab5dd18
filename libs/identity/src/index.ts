export { INVITABLE_ROLES, type InvitableRole, type Role, ROLE_NAMES, ROLES, SCHOOL_ROLES } from './roles';
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
