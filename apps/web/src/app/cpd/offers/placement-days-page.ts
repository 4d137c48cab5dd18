import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { figure, londonDay } from '@lectern/core';
import { Box, EmptyState, ErrorSummary, Field, PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { OffersApi } from './offers-api';
import { byMonth, readPattern, type Repeat, REPEAT_NAMES, REPEATS } from './placement-days.rules';

/** A trainee’s days in their placement school: nobody is asked to give a session on one of them. */
@Component({
  selector: 'app-placement-days-page',
  imports: [Box, EmptyState, ErrorSummary, Fetched, Field, MatButton, PageHeader, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './placement-days-page.html',
  styles: `
    h3 {
      margin-block: 1.25rem 0.25rem;
      font-size: 1.0625rem;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.25rem;
      border-top: 1px solid var(--hairline);
      overflow-wrap: anywhere;
    }
    li span {
      min-width: 0;
    }
  `,
})
export class PlacementDaysPage {
  private readonly api = inject(OffersApi);
  private readonly today = londonDay(new Date());
  protected readonly repeats = REPEATS.map((repeat) => ({ repeat, name: REPEAT_NAMES[repeat] }));
  protected readonly adding = new Sending();
  protected readonly removing = new Sending();
  protected readonly news = signal('');
  private readonly forms = inject(NonNullableFormBuilder);
  protected readonly form = this.forms.group({
    schoolName: '',
    first: '',
    repeat: this.forms.control<Repeat>('once'),
    until: '',
  });
  private readonly repeat = toSignal(this.form.controls.repeat.valueChanges, { initialValue: 'once' });
  protected readonly isSeveral = computed(() => this.repeat() !== 'once');
  protected readonly days = resource({
    loader: async () => {
      const { items } = await this.api.placementDays();
      const last = items.at(-1)?.schoolName ?? '';
      if (this.form.controls.schoolName.pristine) this.form.controls.schoolName.setValue(last);
      return items;
    },
  });
  protected readonly shown = computed(() => {
    if (!this.days.hasValue()) return null;
    const days = this.days.value();
    return {
      toCome: byMonth(days.filter(({ day }) => day >= this.today)),
      past: days.filter(({ day }) => day < this.today).length,
    };
  });

  protected async add(): Promise<void> {
    const { schoolName, ...pattern } = this.form.getRawValue();
    const read = readPattern(pattern);
    const wrong = [
      ...(schoolName.trim()
        ? []
        : [{ field: 'schoolName', code: 'missing', message: 'Enter the name of your placement school.' }]),
      ...('wrong' in read ? [{ ...read.wrong, code: 'wrong' }] : []),
    ];
    if ('wrong' in read || wrong.length > 0) {
      this.adding.refuse(wrong);
      return;
    }
    const added = await this.adding.send(() =>
      this.api.addPlacementDays({ schoolName: schoolName.trim(), days: [...read.days] }),
    );
    if (!added) return;
    this.form.patchValue({ first: '', until: '', repeat: 'once' });
    this.say(`${figure(read.days.length, 'day')} added.`);
  }

  protected async remove(day: string, words: string): Promise<void> {
    const gone = await this.removing.send(async () => {
      await this.api.removePlacementDay(day);
      return true;
    });
    if (gone) this.say(`${words} is off the list.`);
  }

  private say(words: string): void {
    this.news.set(words);
    this.days.reload();
  }
}
