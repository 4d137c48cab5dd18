import { inject, Injectable } from '@angular/core';
import type { Page } from '@lectern/core';
import { AUDIT_RECORDS_PATH, type AuditRecord } from '@lectern/identity';
import { Api } from '../platform/api';
import type { AuditQuestion } from './audit.rules';

const AT_ONCE = 50;

/** The audit trail over HTTP. */
@Injectable({ providedIn: 'root' })
export class AuditApi {
  private readonly api = inject(Api);

  list(question: AuditQuestion, cursor: string | null): Promise<Page<AuditRecord>> {
    return this.api.get(AUDIT_RECORDS_PATH, { ...question, limit: AT_ONCE, ...(cursor ? { cursor } : {}) });
  }

  /** Where the same records are as a file. */
  fileOf(question: AuditQuestion): string {
    const asked = new URLSearchParams(question).toString();
    return `/api/${AUDIT_RECORDS_PATH}.csv${asked ? `?${asked}` : ''}`;
  }
}
