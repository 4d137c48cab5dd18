import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import type { Direction, TicketFlag } from '@lectern/check-in';
import { londonClock } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { FLAG_WORDS } from '../door/verdict-view';
import { Connection } from '../platform/connection';
import { StewardApi } from '../platform/steward-api';
import { People } from '../roster/people';
import { Verdicts } from '../scans/verdicts';
import { PanelFrame } from './panel-frame';
import { Panels } from './panels';
import { wordsFor } from './problems';

/** One person, with what a door may do for them. */
@Component({
  selector: 'lectern-person-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame],
  template: `
    @if (entry(); as one) {
      <lectern-panel [title]="one.displayName">
        <p class="summary">
          <span
            [class.state--here]="state()?.tone === 'here'"
            [class.state--stop]="state()?.tone === 'stop'"
            >{{ word() }}</span
          >
        </p>
        <dl>
          <dt>School</dt>
          <dd>{{ one.school }}</dd>
          <dt>Comes as</dt>
          <dd>{{ one.kind === 'adult' ? 'An adult of the school' : 'A pupil' }}</dd>
          @for (flag of one.flags; track flag) {
            <dd>
              <strong>{{ words(flag) }}</strong>
            </dd>
          }
          <dt>Short code</dt>
          <dd>{{ code() }}</dd>
        </dl>
        <div class="row">
          <button type="button" class="button" (click)="scan('in')">Let in</button>
          <button type="button" class="button button--quiet" (click)="scan('out')">Let out</button>
        </div>
        <h2>More for this person</h2>
        <div class="tools">
          <button type="button" (click)="openParty(one.groupId)">Their party</button>
          @if (isSupervisor()) {
            <button type="button" [attr.aria-disabled]="!online()" (click)="printBadge()">
              Print the badge
            </button>
            <button type="button" (click)="panels.open({ name: 'substitution', ticketId: one.ticketId })">
              Somebody else came
            </button>
            <button type="button" (click)="panels.open({ name: 'missing', ticketId: one.ticketId })">
              Report missing
            </button>
          }
        </div>
        @if (!online() && isSupervisor()) {
          <p class="hint">A badge can be printed once this phone is online.</p>
        }
        <p class="problem" role="alert">{{ problem() }}</p>
      </lectern-panel>
    } @else {
      <lectern-panel title="Not on the list any more">
        <p>The list changed while this was open. Search again.</p>
      </lectern-panel>
    }
  `,
})
export class PersonPanel {
  private readonly devices = inject(DeviceStore);
  private readonly people = inject(People);
  private readonly verdicts = inject(Verdicts);
  private readonly api = inject(StewardApi);
  protected readonly panels = inject(Panels);

  readonly ticketId = input.required<string>();

  protected readonly online = inject(Connection).online;
  protected readonly problem = signal('');
  protected readonly isSupervisor = computed(() => this.devices.device()?.role === 'supervisor');
  protected readonly entry = computed(() => this.people.person(this.ticketId()));
  protected readonly code = computed(() => this.entry()?.shortCode ?? '');
  protected readonly state = computed(() => {
    const entry = this.entry();
    return entry && this.people.stateOf(entry);
  });
  protected readonly word = computed(() => {
    const state = this.state();
    const at = this.devices.checkpoint()?.name ?? '';
    return state?.since
      ? `${state.word} since ${londonClock(state.since)}, ${at}`
      : `${state?.word ?? ''}, ${at}`;
  });

  protected words(flag: TicketFlag): string {
    return FLAG_WORDS[flag];
  }

  protected scan(direction: Direction): void {
    this.panels.close();
    void this.verdicts.judge({ ticketId: this.ticketId() }, undefined, direction);
  }

  protected openParty(groupId: string): void {
    this.panels.open({ name: 'party', groupId });
  }

  protected async printBadge(): Promise<void> {
    const token = this.devices.device()?.token;
    if (!token || !this.online()) return;
    this.problem.set('');
    try {
      const badge = URL.createObjectURL(await this.api.badge(token, this.ticketId()));
      const link = document.createElement('a');
      link.href = badge;
      link.target = '_blank';
      link.download = 'badge.pdf';
      link.click();
      // Not at once, or the browser has nothing left to open.
      setTimeout(() => URL.revokeObjectURL(badge), 60_000);
    } catch (error) {
      this.problem.set(wordsFor(error));
    }
  }
}
