import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { type RosterEntry, verdictWords } from '@lectern/check-in';
import { figure, listed } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { People } from '../roster/people';
import { PartyScans, type PartyOutcome } from '../scans/party-scans';
import { PanelFrame } from './panel-frame';
import { Panels } from './panels';
import { PersonLine } from './person-line';

/**
 * A school's party at the door. Everybody is ticked as here: the steward takes the ticks of those who are absent and
 * lets the rest in at once. Opened again later it shows the latecomers; on the way out it shows who is inside.
 */
@Component({
  selector: 'lectern-party-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame, PersonLine],
  template: `
    @if (party(); as one) {
      <lectern-panel [title]="one.school">
        <p class="summary" role="status">{{ summary() }}</p>
        @if (obstacle(); as words) {
          <section class="callout">
            <h2>{{ words.title }}</h2>
            <p>{{ words.next }}</p>
          </section>
        }
        @if (toCome().length && (!obstacle() || mayOverride())) {
          <h2>{{ inside().length ? 'Not in yet' : 'Who is here?' }}</h2>
          <p>Take the tick from anybody who is absent.</p>
          <ul class="lines">
            @for (person of toCome(); track person.ticketId) {
              <li>
                <label>
                  <input
                    type="checkbox"
                    [checked]="!absent().has(person.ticketId)"
                    (change)="toggle(person.ticketId)"
                  />
                  <lectern-person-line [entry]="person" [withSchool]="false" />
                </label>
              </li>
            }
          </ul>
          @if (present().length) {
            <button type="button" class="button wide at-hand" [attr.aria-disabled]="busy()" (click)="letIn()">
              Let in {{ present().length }}
            </button>
          }
        }
        @if (inside().length) {
          <h2>Inside</h2>
          <ul class="lines">
            @for (person of inside(); track person.ticketId) {
              <li>
                <button type="button" (click)="panels.open({ name: 'person', ticketId: person.ticketId })">
                  <lectern-person-line [entry]="person" [withSchool]="false" />
                </button>
              </li>
            }
          </ul>
          @if (leaving()) {
            <section class="callout" role="alert">
              <h2>Has the whole party left?</h2>
              <p>{{ everybody() }} of {{ one.school }} will be counted as having left.</p>
              <div class="row">
                <button type="button" class="button" (click)="letOut()">Yes, they have left</button>
                <button type="button" class="button button--quiet" (click)="leaving.set(false)">No</button>
              </div>
            </section>
          } @else {
            <button type="button" class="button button--quiet wide" (click)="leaving.set(true)">
              Party leaves
            </button>
          }
        }
      </lectern-panel>
    } @else {
      <lectern-panel title="Party not on the list">
        <p>
          This phone’s list holds nobody of that party. It may have been booked since the list was last
          fetched. Scan each badge, or try again once the phone is online.
        </p>
      </lectern-panel>
    }
  `,
  styles: `
    .wide {
      width: 100%;
      margin-bottom: 0.5rem;
    }

    /* Within reach however long the list is, above the way back. */
    .at-hand {
      position: sticky;
      bottom: 4.5rem;
      border-color: var(--paper);
    }
  `,
})
export class PartyPanel {
  private readonly people = inject(People);
  private readonly scans = inject(PartyScans);
  private readonly devices = inject(DeviceStore);
  protected readonly panels = inject(Panels);

  readonly groupId = input.required<string>();

  protected readonly party = computed(() => this.people.party(this.groupId()));
  protected readonly absent = linkedSignal<string, ReadonlySet<string>>({
    source: this.groupId,
    computation: () => new Set(),
  });
  protected readonly busy = signal(false);
  protected readonly leaving = signal(false);
  private readonly outcome = signal<PartyOutcome | null>(null);

  protected readonly inside = computed(() =>
    this.all().filter(({ ticketId }) => this.people.isInside(ticketId)),
  );
  protected readonly toCome = computed(() =>
    this.all().filter(({ ticketId }) => !this.people.isInside(ticketId)),
  );
  protected readonly present = computed(() =>
    this.toCome().filter(({ ticketId }) => !this.absent().has(ticketId)),
  );
  protected readonly everybody = computed(() => figure(this.inside().length, 'person', 'people'));

  /** What stops the party as a whole: the hour, the place, the missing confirmation. */
  private readonly stop = computed(() => {
    const reasons = this.toCome().map((entry) => this.scans.obstacle(entry));
    const [first] = reasons;
    return first && reasons.every((reason) => reason === first) ? first : null;
  });
  protected readonly obstacle = computed(() => {
    const reason = this.stop();
    if (!reason) return null;
    const at = this.devices.now().toISOString();
    const { opensAt, closesAt } = this.devices.checkpoint() ?? {};
    return reason === 'already-in'
      ? verdictWords({ outcome: 'already-in' })
      : verdictWords({ outcome: 'refused', reason, opensAt, closesAt, at });
  });
  protected readonly mayOverride = computed(
    () => this.devices.device()?.role === 'supervisor' && this.stop() === 'not-confirmed',
  );

  protected readonly summary = computed(() => {
    const [inside, all] = [this.inside().length, this.all().length];
    const missing = all - inside;
    const said =
      inside === 0 ? `${figure(all, 'person', 'people')} expected` : `${inside} in, ${missing} absent`;
    const stopped = this.outcome()?.stopped ?? [];
    if (stopped.length === 0) return said;
    return `${said}. Not let in: ${listed(stopped.map(({ entry }) => entry.displayName))}`;
  });

  protected toggle(ticketId: string): void {
    this.absent.update((absent) => {
      const changed = new Set(absent);
      if (!changed.delete(ticketId)) changed.add(ticketId);
      return changed;
    });
  }

  protected letIn(): Promise<void> {
    return this.pass(this.present(), 'in', this.mayOverride());
  }

  protected async letOut(): Promise<void> {
    this.leaving.set(false);
    await this.pass(this.inside(), 'out');
  }

  private all(): readonly RosterEntry[] {
    return this.party()?.people ?? [];
  }

  private async pass(
    entries: readonly RosterEntry[],
    direction: 'in' | 'out',
    override = false,
  ): Promise<void> {
    if (this.busy() || entries.length === 0) return;
    this.busy.set(true);
    try {
      this.outcome.set(await this.scans.pass(entries, direction, override));
    } finally {
      this.busy.set(false);
    }
  }
}
