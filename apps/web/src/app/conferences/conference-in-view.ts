import { computed, inject, Injectable, resource, signal } from '@angular/core';
import { type Conference, CONFERENCE_STATE_NAMES, type ConferenceState } from '@lectern/conferences';
import { PageFocus } from '@lectern/ui';
import { CheckInApi } from '../check-in/check-in-api';
import { Sending } from '../platform/sending';
import { ConferencesApi } from './conferences-api';
import { TRANSITION_WORDS } from './transition-words';
import { AskWhy } from '../platform/ask-why';

/** The conference that a staff page and its tabs are about, with the numbers at its head; one for each page. */
@Injectable()
export class ConferenceInView {
  readonly id = signal('');
  private readonly api = inject(ConferencesApi);
  private readonly checkIn = inject(CheckInApi);
  private readonly why = inject(AskWhy);
  private readonly counted = signal<number | null>(null);
  readonly sending = new Sending();
  private readonly said = signal('');
  private readonly focus = inject(PageFocus);
  /** What has just become of the conference, for those who do not see it change. */
  readonly news = this.said.asReadonly();

  readonly summary = resource({
    params: () => this.id() || undefined,
    loader: ({ params }) => this.checkIn.summary(params),
  });
  readonly conference = computed(() => (this.summary.hasValue() ? this.summary.value().conference : null));
  readonly numbers = computed(() => {
    if (!this.summary.hasValue()) return null;
    const numbers = this.summary.value().numbers;
    return { ...numbers, onSite: this.counted() ?? numbers.onSite };
  });
  readonly isOver = computed(() =>
    ['completed', 'archived', 'cancelled'].includes(this.conference()?.status ?? ''),
  );
  readonly mayCancel = computed(() => this.conference()?.transitions.includes('cancelled') ?? false);
  /** The usual next step and those beside it; cancelling is kept apart, in the settings. */
  readonly steps = computed(() =>
    (this.conference()?.transitions ?? [])
      .filter((to) => to !== 'cancelled')
      .map((to) => ({ to, words: TRANSITION_WORDS[to].button })),
  );

  /** Shows the conference as a call has answered it, and fetches the numbers that go with it. */
  show(conference: Conference): void {
    this.summary.update((summary) => (summary ? { ...summary, conference } : summary));
    this.summary.reload();
  }

  /** The live count knows better than the last fetch. */
  countOnSite(onSite: number): void {
    this.counted.set(onSite);
  }

  /** Takes a step; one that cannot be undone is asked for once more. */
  async move(to: ConferenceState): Promise<void> {
    const conference = this.conference();
    if (!conference) return;
    const moved = TRANSITION_WORDS[to].final
      ? await this.ask(conference, to)
      : await this.sending.send(() => this.api.move(conference.id, { to }));
    if (!moved) return;
    this.show(moved);
    this.said.set(`The conference is now: ${CONFERENCE_STATE_NAMES[moved.status]}.`);
    this.focus.toHeading();
  }

  private ask({ id, title }: Conference, to: ConferenceState): Promise<Conference | undefined> {
    const { heading, meaning, button } = TRANSITION_WORDS[to];
    const isCancelling = to === 'cancelled';
    return this.why.ask({
      heading,
      subject: title,
      words: meaning,
      ...(isCancelling
        ? {
            reason: {
              label: 'Why is it cancelled?',
              hint: 'Everybody who booked reads this.',
              needed: 'Say why the conference is cancelled: everyone who booked will be told.',
            },
          }
        : {}),
      yes: button,
      doing: 'Working…',
      no: isCancelling ? 'Keep it' : 'Not yet',
      send: (reason) => this.api.move(id, isCancelling ? { to, reason } : { to }),
    });
  }
}
