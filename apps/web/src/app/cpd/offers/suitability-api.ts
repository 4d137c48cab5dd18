import { inject, Injectable } from '@angular/core';
import type { Page } from '@lectern/core';
import { SUITABILITY_PATH, type SuitabilityRequest, type TraineeSuitability } from '@lectern/cpd';
import { Api } from '../../platform/api';

export interface SuitabilityQuestion {
  readonly q: string;
  readonly state: string;
}

/** Who is confirmed as suitable, over HTTP. */
@Injectable({ providedIn: 'root' })
export class SuitabilityApi {
  private readonly api = inject(Api);

  list(question: SuitabilityQuestion, cursor: string | null): Promise<Page<TraineeSuitability>> {
    const asked = Object.fromEntries(Object.entries(question).filter(([, value]) => value !== ''));
    return this.api.get(SUITABILITY_PATH, { ...asked, ...(cursor ? { cursor } : {}) });
  }

  record(accountId: string, request: SuitabilityRequest): Promise<TraineeSuitability> {
    return this.api.post(`${SUITABILITY_PATH}/${encodeURIComponent(accountId)}`, request);
  }
}
