export {
  CheckpointRequest,
  DevicePairingRequest,
  DeviceRequest,
  ScanOverride,
  ScanRequest,
  ScanBatch,
} from './check-in.requests';
