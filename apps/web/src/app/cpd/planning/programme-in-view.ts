import { computed, inject, Injectable, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { map } from 'rxjs';
import { programmeInView } from './plan-board.rules';
import { PlanningApi } from './planning-api';

/** The programme that the planning pages are about: the one in the address, or this year’s. */
@Injectable()
export class ProgrammeInView {
  private readonly api = inject(PlanningApi);
  private readonly router = inject(Router);
  private readonly askedFor = toSignal(
    inject(ActivatedRoute).queryParamMap.pipe(map((query) => query.get('programme'))),
  );
  readonly fetched = resource({ loader: () => this.api.programmes() });
  readonly programmes = computed(() => (this.fetched.hasValue() ? this.fetched.value() : []));
  readonly programme = computed(() => programmeInView(this.programmes(), this.askedFor(), new Date()));

  async choose(id: string): Promise<void> {
    await this.router.navigate([], { queryParams: { programme: id } });
  }
}
