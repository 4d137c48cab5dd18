import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { RollState } from '@lectern/check-in';
import { londonTime } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { Connection } from '../platform/connection';
import { DeviceRoll } from '../roster/device-roll';
import { PanelFrame } from './panel-frame';
import { Panels } from './panels';

const WORDS: Record<RollState, string> = { here: '● Here', left: '○ Left', 'never-came': '✕ Never came' };

/** Who is here, by school or by room, from this phone's own list: it works when nothing else does. */
@Component({
  selector: 'lectern-roll-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame],
  template: `
    <lectern-panel title="Who is here">
      <p class="tally">
        <strong>● {{ roll().here }} here</strong>
        <span>○ {{ roll().left }} left</span>
        <span>✕ {{ roll().neverCame }} never came</span>
      </p>
      @if (!online()) {
        <p class="callout">
          By what this phone knows. What other doors did since {{ since() }} is not in it.
        </p>
      }
      <fieldset>
        <legend class="spoken">Order</legend>
        <div class="choices choices--two">
          <label>
            <input type="radio" name="order" [checked]="!byRoom()" (change)="byRoom.set(false)" />
            <span>By school</span>
          </label>
          <label>
            <input type="radio" name="order" [checked]="byRoom()" (change)="byRoom.set(true)" />
            <span>By room</span>
          </label>
        </div>
      </fieldset>
      @for (section of sections(); track section.key) {
        <details [open]="section.isOpen">
          <summary>
            <strong>{{ section.title }}</strong>
            <span>{{ section.count }}</span>
          </summary>
          <ul class="lines">
            @for (one of section.people; track one.ticketId) {
              <li>
                <button type="button" (click)="panels.open({ name: 'person', ticketId: one.ticketId })">
                  <span class="what">
                    <strong>{{ one.displayName }}</strong>
                    @if (one.detail) {
                      <small>{{ one.detail }}</small>
                    }
                  </span>
                  <span class="state" [class.state--here]="one.state === 'here'">{{ one.word }}</span>
                </button>
              </li>
            }
          </ul>
        </details>
      } @empty {
        <p>
          {{
            byRoom()
              ? 'Nobody is here yet.'
              : 'This phone holds no list yet. It is fetched once there is a connection.'
          }}
        </p>
      }
    </lectern-panel>
  `,
  styles: `
    summary {
      display: flex;
      gap: 0.75rem;
      align-items: center;
      justify-content: space-between;
      min-height: 3.5rem;
      font-size: 1.125rem;
      cursor: pointer;
    }

    summary span {
      flex: none;
      color: var(--text-soft);
    }

    details {
      border-bottom: 1px solid var(--hairline);
    }
  `,
})
export class RollPanel {
  private readonly devices = inject(DeviceStore);
  private readonly rolls = inject(DeviceRoll);
  protected readonly panels = inject(Panels);

  protected readonly online = inject(Connection).online;
  protected readonly byRoom = signal(false);
  protected readonly roll = this.rolls.roll;
  protected readonly since = computed(() => {
    const at = this.devices.state()?.serverTime;
    return at ? londonTime(at) : 'it was paired';
  });
  protected readonly sections = computed(() => {
    const list = this.byRoom() ? this.rooms() : this.schools();
    // One section needs no tap to be read.
    return list.map((section) => ({ ...section, isOpen: list.length === 1 }));
  });

  private schools() {
    return this.roll().schools.map(({ urn, name, here, people }) => ({
      key: urn,
      title: name,
      count: `${here} of ${people.length} here`,
      people: people.map((one) => ({ ...one, word: WORDS[one.state], detail: one.room ?? '' })),
    }));
  }

  private rooms() {
    return this.rolls.rooms().map(({ room, people }) => ({
      key: room ?? '',
      title: room ?? 'Seen at the main door only',
      count: `${people.length} here`,
      people: people.map((one) => ({ ...one, word: WORDS[one.state], detail: one.school })),
    }));
  }
}
