import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ErrorSummary, Icon, London, PageHeader } from '@lectern/ui';
import { yearGroupWords } from '../conferences/conference-words';
import { slotTime } from '../conferences/programme-rows.rules';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { GroupSessionsApi } from './group-sessions-api';
import { choiceMark, choicesOf, slotsUnchosen, toggleChoice } from './group-sessions.rules';
import { SaidOnce } from '../platform/said-once';

/** A coordinator says which sessions the group would like, best first: one press a session, one to save. */
@Component({
  selector: 'app-sessions-page',
  imports: [ErrorSummary, Fetched, Icon, London, MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sessions-page.html',
  styleUrl: './sessions-page.scss',
})
export class SessionsPage {
  readonly id = input.required<string>();
  protected readonly sending = new Sending();
  private readonly api = inject(GroupSessionsApi);
  private readonly router = inject(Router);
  private readonly saidOnce = inject(SaidOnce);
  protected readonly sessions = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.see(params),
  });
  private readonly choices = linkedSignal(() =>
    this.sessions.hasValue() ? choicesOf(this.sessions.value()) : {},
  );
  protected readonly shown = computed(() => {
    if (!this.sessions.hasValue()) return null;
    const { choosing, conference } = this.sessions.value();
    const choices = this.choices();
    return {
      conference,
      until: choosing.until,
      isOpen: choosing.isOpen,
      left: slotsUnchosen(choosing.slots, choices),
      slots: choosing.slots.map((slot) => ({
        slotId: slot.slotId,
        name: slot.name,
        time: slotTime(slot),
        sessions: slot.sessions.map((session) => ({
          ...session,
          mark: choiceMark(choices, slot.slotId, session.sessionId),
          facts: [
            ...(session.room ? [session.room] : []),
            ...(session.seats === null ? [] : [`${session.seats} seats`]),
            ...(session.speakers.length > 0 ? [`with ${session.speakers.join('; ')}`] : []),
            ...(session.yearGroups.length > 0
              ? [`for ${yearGroupWords(session.yearGroups).toLowerCase()}`]
              : []),
          ].join(', '),
        })),
      })),
    };
  });

  protected toggle(slotId: string, sessionId: string): void {
    this.choices.update((choices) => toggleChoice(choices, slotId, sessionId));
  }

  protected async save(): Promise<void> {
    const choices = Object.entries(this.choices()).map(([slotId, sessionIds]) => ({
      slotId,
      sessionIds: [...sessionIds],
    }));
    const saved = await this.sending.send(() => this.api.choose(this.id(), { choices }));
    if (!saved) return;
    this.saidOnce.leave('Your choices are saved. We write to you when the sessions are decided.');
    await this.router.navigate(['/groups', this.id()]);
  }
}
