export {
  AnnulmentRequest,
  ContactRequest,
  CheckpointRequest,
  DevicePairingRequest,
  DeviceRequest,
  ScanOverride,
  ScanRequest,
  ScanBatch,
  PartyArrivalRequest,
  SettlementRequest,
} from './check-in.requests';
export { DoorSubstitutionRequest, DoorWalkInRequest } from './door-people.requests';
