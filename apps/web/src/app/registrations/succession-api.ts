import { inject, Injectable } from '@angular/core';
import type { Page } from '@lectern/core';
import { CLOSED_SCHOOLS_PATH, type ClosedSchool, type SuccessionReport } from '@lectern/registrations';
import { Api } from '../platform/api';

/** Closed schools that still have people or groups. */
@Injectable({ providedIn: 'root' })
export class SuccessionApi {
  private readonly api = inject(Api);

  list(): Promise<Page<ClosedSchool>> {
    return this.api.get(CLOSED_SCHOOLS_PATH);
  }

  succeed(urn: string, successorUrn: string): Promise<SuccessionReport> {
    return this.api.post(`${CLOSED_SCHOOLS_PATH}/${urn}/succession`, { successorUrn });
  }
}
