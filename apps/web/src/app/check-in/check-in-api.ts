import { inject, Injectable } from '@angular/core';
import type {
  Attendance,
  Checkpoint,
  CheckpointRequest,
  ConferenceSummary,
  Device,
  DevicePairing,
  DevicePairingRequest,
} from '@lectern/check-in';
import { CONFERENCES_PATH } from '@lectern/conferences';
import { Api } from '../platform/api';

interface Items<T> {
  readonly items: readonly T[];
}

/** What staff do and see of check-in. */
@Injectable({ providedIn: 'root' })
export class CheckInApi {
  private readonly api = inject(Api);

  summary(conferenceId: string): Promise<ConferenceSummary> {
    return this.api.get(`${CONFERENCES_PATH}/${conferenceId}/summary`);
  }

  attendance(conferenceId: string): Promise<Attendance> {
    return this.api.get(`${CONFERENCES_PATH}/${conferenceId}/attendance`);
  }

  streamAddress(conferenceId: string): string {
    return `/api/${CONFERENCES_PATH}/${conferenceId}/attendance/stream`;
  }

  async checkpoints(conferenceId: string): Promise<readonly Checkpoint[]> {
    return (await this.api.get<Items<Checkpoint>>(`${CONFERENCES_PATH}/${conferenceId}/checkpoints`)).items;
  }

  addCheckpoint(conferenceId: string, request: CheckpointRequest): Promise<Checkpoint> {
    return this.api.post(`${CONFERENCES_PATH}/${conferenceId}/checkpoints`, request);
  }

  async devices(conferenceId: string): Promise<readonly Device[]> {
    return (await this.api.get<Items<Device>>(`${CONFERENCES_PATH}/${conferenceId}/devices`)).items;
  }

  pair(conferenceId: string, request: DevicePairingRequest): Promise<DevicePairing> {
    return this.api.post(`${CONFERENCES_PATH}/${conferenceId}/device-pairings`, request);
  }

  revoke(deviceId: string): Promise<Device> {
    return this.api.post(`devices/${deviceId}/revocation`, {});
  }
}
