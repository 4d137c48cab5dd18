export { SignIn, InvitationRequest, InvitationAcceptance } from './session.requests';
export {
  AccessRefusal,
  AddressConfirmation,
  AskForAccess,
  ColleagueInvitation,
} from './access-request.requests';
export { AccountChange } from './managed-account.requests';
