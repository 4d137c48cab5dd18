export { factsOf, SCAN_VECTORS, type ScanVector, VECTOR_SCANNED_AT } from './scan-vectors';
