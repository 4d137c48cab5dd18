import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import {
  CPD_SESSION_TRANSITIONS,
  type CpdSession,
  type CpdSessionRequest,
  type CpdSessionStatus,
} from '@lectern/cpd';
import { FiveNumbers, PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { SessionShelf } from '../resources/session-shelf';
import { PlanningApi } from './planning-api';
import { placeWords, sessionMark, sessionWhen } from './planning-words.rules';
import { SessionForm } from './session-form';
import { sessionFormOf } from './session-form.rules';
import { SESSION_STEPS } from './session-steps';
import { AskWhy } from '../../platform/ask-why';

const WHY_CANCELLED = {
  label: 'Why is it cancelled?',
  hint: 'Everybody who booked or offered reads this.',
  needed: 'Say why the session is cancelled: everyone who booked or offered will be told.',
};

/** One session for those who plan it: how it stands, its next step, what others see of it, and its form. */
@Component({
  selector: 'app-staff-cpd-session-page',
  imports: [Fetched, FiveNumbers, MatButton, PageHeader, RouterLink, SessionForm, SessionShelf],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './session-page.html',
  styles: `
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.5rem;
      margin-bottom: 1.5rem;
    }
    .ways a {
      min-height: 24px;
    }
    .cancel {
      max-width: var(--form);
      padding-top: 1.5rem;
      border-top: 1px solid var(--hairline);
    }
  `,
})
export class StaffSessionPage {
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly sending = new Sending();
  protected readonly saved = signal(false);
  private readonly api = inject(PlanningApi);
  private readonly why = inject(AskWhy);
  protected readonly session = resource({
    params: () => this.id(),
    loader: ({ params: id }) => this.api.session(id),
  });
  protected readonly view = computed(() => {
    if (!this.session.hasValue()) return null;
    const session = this.session.value();
    const next = CPD_SESSION_TRANSITIONS[session.status].filter((to) => to !== 'cancelled');
    const given = session.teacherPlaces - session.placesLeft;
    return {
      session,
      lede: `${sessionWhen(session)} · ${placeWords(session.place)}`,
      mark: sessionMark(session.status),
      next: next.filter((to) => to !== 'delivered' || session.startsAt <= new Date().toISOString()),
      mayCancel: CPD_SESSION_TRANSITIONS[session.status].includes('cancelled'),
      isPublic: session.status === 'published' || session.status === 'delivered',
      isOver: session.status === 'cancelled',
      begin: sessionFormOf(session),
      numbers: [
        { label: 'Places given', value: given, note: `of ${session.teacherPlaces}` },
        { label: 'Places left', value: session.placesLeft },
        {
          label: 'Presenters',
          value: session.presenters.length,
          note: `of ${session.presentersWanted} wanted`,
        },
      ],
      presenters: session.presenters.map(({ name }) => name).join(', '),
    };
  });
  protected readonly words = (to: CpdSessionStatus): string => SESSION_STEPS[to].button;

  protected async move(session: CpdSession, to: CpdSessionStatus): Promise<void> {
    const { heading, meaning, button } = SESSION_STEPS[to];
    const isCancelling = to === 'cancelled';
    const moved = await this.why.ask({
      heading,
      subject: session.title,
      words: meaning,
      ...(isCancelling ? { reason: WHY_CANCELLED } : {}),
      yes: button,
      doing: 'Working…',
      no: isCancelling ? 'Keep it' : 'Not yet',
      send: (reason) => this.api.moveSession(session.id, isCancelling ? { to, reason } : { to }),
    });
    if (!moved) return;
    this.saved.set(false);
    this.session.set(moved);
  }

  protected async change(session: CpdSession, request: CpdSessionRequest): Promise<void> {
    this.saved.set(false);
    const { title, topicId } = request;
    // Of a session that was delivered only these can be put right.
    const change = session.status === 'delivered' ? ({ title, topicId } as CpdSessionRequest) : request;
    const changed = await this.sending.send(() => this.api.saveSession(session.id, change));
    if (!changed) return;
    this.session.set(changed);
    this.saved.set(true);
    scrollTo({ top: 0 });
  }
}
