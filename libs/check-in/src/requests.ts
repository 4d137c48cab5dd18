export {
  AnnulmentRequest,
  ContactRequest,
  CheckpointRequest,
  DevicePairingRequest,
  DayEndRequest,
  DeviceRequest,
  ScanOverride,
  ScanRequest,
  ScanBatch,
  PartyArrivalRequest,
  SettlementRequest,
} from './check-in.requests';
export { MissingPupilClosureRequest, MissingPupilRequest, MissingPupilStepRequest } from './desk.requests';
export { DoorSubstitutionRequest, DoorWalkInRequest } from './door-people.requests';
