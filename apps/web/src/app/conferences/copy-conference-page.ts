import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type Conference, copyDates, copyTitle, startAgain } from '@lectern/conferences';
import { Box, ErrorSummary, Field, London, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { ConferencesApi } from './conferences-api';
import { MOMENTS } from './conference-form.rules';
import { conferenceWhen } from './conference-words';
import { fromLocal, NO_MOMENT, toLocal } from './london-local';
import { MomentBoxes } from './moment-field';

/** Holding a conference again: the same weekday about a year later is suggested, and every other date moves with it. */
@Component({
  selector: 'app-copy-conference-page',
  imports: [
    Box,
    ErrorSummary,
    Fetched,
    Field,
    London,
    MatButton,
    MomentBoxes,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './copy-conference-page.html',
})
export class CopyConferencePage {
  readonly id = input.required<string>();
  protected readonly sending = new Sending();
  private readonly api = inject(ConferencesApi);
  private readonly router = inject(Router);
  protected readonly conference = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.see(params),
  });
  protected readonly form = inject(NonNullableFormBuilder).group({ title: '', startsAt: NO_MOMENT });
  private readonly typed = toSignal(this.form.controls.startsAt.valueChanges, { initialValue: NO_MOMENT });
  /** The dates that the copy will have; null while no whole start is typed. */
  protected readonly dates = computed(() => {
    const startsAt = fromLocal(this.typed());
    if (!this.conference.hasValue() || startsAt === null) return null;
    const dates = copyDates(this.conference.value(), startsAt);
    return { ...dates, when: conferenceWhen(dates) };
  });

  constructor() {
    effect(() => {
      if (this.conference.hasValue()) this.suggest(this.conference.value());
    });
  }

  protected async copy(): Promise<void> {
    const { title, startsAt } = this.form.getRawValue();
    const start = fromLocal(startsAt);
    if (start === null) {
      this.sending.refuse([{ field: 'startsAt', code: 'missing', message: MOMENTS.startsAt }]);
      return;
    }
    const made = await this.sending.send(() =>
      this.api.copy(this.id(), { title: title.trim(), startsAt: start }),
    );
    if (made) await this.router.navigate(['/staff/conferences', made.id]);
  }

  private suggest({ title, startsAt }: Conference): void {
    const start = startAgain(startsAt, new Date());
    this.form.setValue({ title: copyTitle(title, startsAt, start), startsAt: toLocal(start) });
  }
}
