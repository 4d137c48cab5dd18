import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Router } from '@angular/router';
import type { CpdSessionRequest } from '@lectern/cpd';
import { PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { programmeInView } from './plan-board.rules';
import { PlanningApi } from './planning-api';
import { SessionForm } from './session-form';
import { dayIn, EMPTY_SESSION, type SessionFormValue } from './session-form.rules';

/** Plans a session: on a topic that is wanted, in a half-term that lacks one, or in a series, as the address says. */
@Component({
  selector: 'app-new-cpd-session-page',
  imports: [Fetched, PageHeader, SessionForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      <lectern-page-header
        heading="Plan a session"
        lede="It is a draft that staff and mentors see, until you open it for booking."
        backTo="/staff/cpd"
        backWords="Challenging topics"
      />
      <app-fetched [of]="start" heading="The form could not be shown" />
      @if (start.hasValue()) {
        <app-cpd-session-form
          saveWords="Save draft"
          cancelTo="/staff/cpd"
          [begin]="begin()"
          [errors]="sending.errors()"
          [busy]="sending.busy()"
          (save)="create($event)"
        />
      }
    </div>
  `,
})
export class NewSessionPage {
  /** From the address: where somebody pressed “Plan one”. */
  readonly programme = input<string>();
  readonly topic = input<string>();
  readonly halfTerm = input<string>();
  readonly series = input<string>();
  protected readonly sending = new Sending();
  private readonly api = inject(PlanningApi);
  private readonly router = inject(Router);
  protected readonly start = resource({
    params: () => ({ programme: this.programme(), halfTerm: this.halfTerm(), topic: this.topic() }),
    loader: async ({ params }) => {
      const programme = programmeInView(await this.api.programmes(), params.programme, new Date());
      const calendar = programme && params.halfTerm ? await this.api.calendar(programme.academicYear) : null;
      const half = calendar?.halfTerms.find((one) => one.halfTerm === params.halfTerm);
      const topic = params.topic
        ? (await this.api.topics()).find(({ id }) => id === params.topic)
        : undefined;
      return { programme, topic, date: half ? dayIn(half, new Date()) : '' };
    },
  });
  protected readonly begin = computed((): SessionFormValue => {
    const { programme, topic, date } = this.start.hasValue()
      ? this.start.value()
      : { programme: null, topic: undefined, date: '' };
    return {
      ...EMPTY_SESSION,
      programmeId: programme?.id ?? '',
      seriesId: this.series() ?? '',
      topicId: topic?.id ?? '',
      title: topic?.title ?? '',
      date,
    };
  });

  protected async create(request: CpdSessionRequest): Promise<void> {
    const made = await this.sending.send(() => this.api.saveSession(null, request));
    if (made) await this.router.navigate(['/staff/cpd/sessions', made.id]);
  }
}
