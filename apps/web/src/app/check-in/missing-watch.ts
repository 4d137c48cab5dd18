import { computed, DestroyRef, inject, Injectable, resource, signal } from '@angular/core';
import { MISSING_PROCEDURE, type MissingPupil } from '@lectern/check-in';
import { DeskApi } from './desk-api';

const REFRESH = 10_000;
const TICK = 5_000;

/** The records of missing pupils of one conference, fetched again every few seconds, and what time it is. */
@Injectable()
export class MissingWatch {
  readonly conferenceId = signal('');
  private readonly api = inject(DeskApi);
  private readonly clock = signal(Date.now());
  readonly now = this.clock.asReadonly();
  readonly records = resource({
    params: () => this.conferenceId() || undefined,
    loader: ({ params }) => this.api.missing(params),
  });

  private readonly host = resource({ loader: async () => this.api.missingProcedure() });
  /** What the host does; the standard steps until they are known: nobody waits for them with a pupil missing. */
  readonly procedure = computed(() => (this.host.hasValue() ? this.host.value().steps : MISSING_PROCEDURE));

  constructor() {
    const tick = setInterval(() => this.clock.set(Date.now()), TICK);
    const again = setInterval(() => {
      if (document.visibilityState === 'visible') this.records.reload();
    }, REFRESH);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(tick);
      clearInterval(again);
    });
  }

  /** Shows a record as a call has answered it, without waiting for the next fetch. */
  show(record: MissingPupil): void {
    this.clock.set(Date.now());
    this.records.update((records) =>
      (records ?? []).map((known) => (known.id === record.id ? record : known)),
    );
  }
}
