export { SignIn, InvitationRequest, InvitationAcceptance } from './session.requests';
