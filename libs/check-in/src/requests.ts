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
export {
  MissingProcedureRequest,
  MissingPupilClosureRequest,
  MissingPupilRequest,
  MissingPupilStepRequest,
} from './desk.requests';
export { DoorSubstitutionRequest, DoorWalkInRequest } from './door-people.requests';
