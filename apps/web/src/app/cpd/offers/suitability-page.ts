import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { figure, londonDate, londonDateTime, startOfDay } from '@lectern/core';
import { SUITABILITY_STATES, type SuitabilityState, type TraineeSuitability } from '@lectern/cpd';
import { EmptyState, ErrorSummary, PageHeader, StatusMark, type Tone } from '@lectern/ui';
import { firstValueFrom } from 'rxjs';
import { Fetched } from '../../platform/fetched';
import { PageByPage } from '../../platform/page-by-page';
import { SuitabilityApi, type SuitabilityQuestion } from './suitability-api';
import { SuitabilityDialog } from './suitability-dialog';

const STATE_NAMES: Readonly<Record<SuitabilityState, string>> = {
  'not-confirmed': 'Not confirmed',
  expired: 'Has run out',
  confirmed: 'Confirmed',
};
const TONES: Readonly<Record<SuitabilityState, Tone>> = {
  'not-confirmed': 'needs',
  expired: 'stop',
  confirmed: 'go',
};

const day = (text: string): string => londonDate(startOfDay(text));

/** Which trainees may work with schools: who confirmed it and when, and a new confirmation for each. */
@Component({
  selector: 'app-suitability-page',
  imports: [EmptyState, ErrorSummary, Fetched, MatButton, PageHeader, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './suitability-page.html',
  styles: `
    .address {
      display: block;
      overflow-wrap: anywhere;
    }
    details p {
      margin: 0.25rem 0 0;
    }
  `,
})
export class SuitabilityPage {
  private readonly api = inject(SuitabilityApi);
  private readonly dialog = inject(MatDialog);
  protected readonly states = SUITABILITY_STATES.map((state) => ({ state, name: STATE_NAMES[state] }));
  protected readonly question = signal<SuitabilityQuestion>({ q: '', state: '' });
  protected readonly done = signal('');
  protected readonly trainees = new PageByPage<TraineeSuitability, SuitabilityQuestion>(
    () => this.question(),
    (question, cursor) => this.api.list(question, cursor),
  );
  /** What was recorded since the list was fetched. */
  private readonly recorded = linkedSignal({
    source: () => this.question(),
    computation: () => new Map<string, TraineeSuitability>(),
  });
  protected readonly rows = computed(() =>
    this.trainees.items().map((fetched) => {
      const trainee = this.recorded().get(fetched.accountId) ?? fetched;
      const { state, until, current, earlier } = trainee;
      return {
        trainee,
        mark: {
          tone: TONES[state],
          words:
            STATE_NAMES[state] +
            (state === 'not-confirmed' || until === null
              ? ''
              : ` ${state === 'expired' ? 'on' : 'until'} ${day(until)}`),
        },
        current: current ? `By ${current.confirmedBy}, ${day(current.confirmedOn)}` : '–',
        earlier: earlier.map(
          ({ confirmedBy, confirmedOn, recordedBy, recordedAt }) =>
            `By ${confirmedBy}, ${day(confirmedOn)}; recorded by ${recordedBy}, ${londonDateTime(recordedAt)}`,
        ),
        button: current ? 'Record again' : 'Record',
      };
    }),
  );
  protected readonly news = computed(() =>
    this.trainees.first.hasValue() ? `${figure(this.rows().length, 'trainee')} shown.` : '',
  );

  protected narrow(change: Partial<SuitabilityQuestion>): void {
    this.done.set('');
    this.question.update((question) => ({ ...question, ...change }));
  }

  protected find(event: Event, q: string): void {
    event.preventDefault();
    this.narrow({ q: q.trim() });
  }

  protected async record(trainee: TraineeSuitability): Promise<void> {
    const open = this.dialog.open<SuitabilityDialog, TraineeSuitability, TraineeSuitability>(
      SuitabilityDialog,
      { data: trainee, maxWidth: '36rem' },
    );
    const recorded = await firstValueFrom(open.afterClosed());
    if (!recorded) return;
    // It stays in its place on the list, whatever the list was narrowed to.
    this.recorded.update((known) => new Map(known).set(recorded.accountId, recorded));
    this.done.set(`The suitability of ${recorded.name} is on record.`);
  }
}
