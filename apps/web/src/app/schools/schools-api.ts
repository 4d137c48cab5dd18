import { inject, Injectable } from '@angular/core';
import { type SchoolPage, SCHOOLS_PATH } from '@lectern/schools';
import { Api } from '../platform/api';

/** The register of schools over HTTP. */
@Injectable({ providedIn: 'root' })
export class SchoolsApi {
  private readonly api = inject(Api);

  /** Schools by part of a name, a town, a postcode or a school number, in any mix. */
  search(q: string, limit: number): Promise<SchoolPage> {
    return this.api.get(SCHOOLS_PATH, { q, limit });
  }
}
