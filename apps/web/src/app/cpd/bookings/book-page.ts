import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { figure } from '@lectern/core';
import { BOOKING_PEOPLE_MAX, sessionWhen } from '@lectern/cpd';
import { Box, EmptyState, ErrorSummary, Field, FieldSet, Icon, PageHeader } from '@lectern/ui';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { bookingOutcome } from './booking-words.rules';
import { BookingsApi } from './bookings-api';

/** Booking a session or its whole series, alone or with colleagues; says before it is sent whether one has to wait. */
@Component({
  selector: 'app-book-page',
  imports: [
    Box,
    EmptyState,
    ErrorSummary,
    Fetched,
    Field,
    FieldSet,
    Icon,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './book-page.html',
  styles: `
    .colleague {
      margin: 0 0 1rem;
    }
    .colleague legend {
      padding: 0 0.25rem;
      font-weight: 650;
    }
    .outcome {
      margin-block: 1.5rem 0;
      font-weight: 650;
    }
    .short {
      max-width: 12rem;
    }
  `,
})
export class BookPage {
  readonly id = input.required<string>();
  /** `series` books the whole of it. */
  readonly whole = input<string>();
  protected readonly session = inject(SessionStore);
  protected readonly sending = new Sending();
  protected readonly most = BOOKING_PEOPLE_MAX - 1;
  private readonly api = inject(BookingsApi);
  private readonly router = inject(Router);
  private readonly forms = inject(NonNullableFormBuilder);
  protected readonly form = this.forms.group({
    trn: '',
    together: false,
    colleagues: this.forms.array([] as ReturnType<BookPage['emptyRow']>[]),
  });
  private readonly answers = toSignal(this.form.valueChanges, { initialValue: this.form.value });
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const [session, outlook] = await Promise.all([this.api.session(params), this.api.outlook(params)]);
      return { session, outlook };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { outlook, session } = this.fetched.value();
    const series = this.whole() === 'series' ? outlook.series : null;
    return {
      isOpen: outlook.isOpen,
      series,
      places: series ?? outlook.session,
      lede: series ? series.title : `${session.title}, ${sessionWhen(session)}`,
      sessions: (series?.sessions ?? []).map((one) => ({ ...one, when: sessionWhen(one) })),
    };
  });
  protected readonly people = computed(() => 1 + (this.answers().colleagues?.length ?? 0));
  protected readonly asksForFewest = computed(() => {
    const atOnce = this.shown()?.places.placesAtOnce ?? 0;
    return atOnce > 0 && atOnce < this.people();
  });
  private readonly waits = computed(() => {
    const atOnce = this.shown()?.places.placesAtOnce ?? 0;
    return atOnce === 0 || (this.asksForFewest() && this.answers().together === true);
  });
  protected readonly outcome = computed(() =>
    bookingOutcome(this.people(), this.shown()?.places.placesAtOnce ?? 0, this.waits()),
  );
  protected readonly button = computed(() => {
    if (this.waits()) return 'Join the waiting list';
    return this.asksForFewest() ? 'Book and wait for the rest' : `Book ${figure(this.people(), 'place')}`;
  });

  protected get colleagues() {
    return this.form.controls.colleagues;
  }

  protected add(): void {
    this.colleagues.push(this.emptyRow());
  }

  protected remove(at: number): void {
    this.colleagues.removeAt(at);
  }

  protected async book(): Promise<void> {
    const shown = this.shown();
    if (!shown) return;
    const { colleagues, trn } = this.form.getRawValue();
    const fewest = this.asksForFewest() && !this.waits() ? { fewest: 1 } : {};
    const request = {
      ...(trn.trim() === '' ? {} : { trn: trn.trim() }),
      ...(colleagues.length > 0 ? { colleagues } : {}),
      ...fewest,
    };
    const made = await this.sending.send(() =>
      shown.series ? this.api.bookSeries(shown.series.id, request) : this.api.book(this.id(), request),
    );
    if (made) {
      await this.router.navigate(['/my-cpd/bookings', made.id], { state: { booked: made.status } });
    }
  }

  private emptyRow() {
    return this.forms.group({ name: '', email: '' });
  }
}
