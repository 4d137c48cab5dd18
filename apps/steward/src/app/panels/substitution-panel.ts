import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { searchRoster } from '@lectern/check-in';
import { newId } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { Connection } from '../platform/connection';
import { StewardApi } from '../platform/steward-api';
import { DoorSync } from '../roster/door-sync';
import { People } from '../roster/people';
import { readNameFields } from './name-fields';
import { PanelFrame } from './panel-frame';
import { PersonLine } from './person-line';
import { wordsFor } from './problems';

/** Another pupil came in somebody's place: the place stays one, and the badge of the absent one stops working. */
@Component({
  selector: 'lectern-substitution-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame, PersonLine],
  template: `
    <lectern-panel title="Somebody else came">
      @if (!online()) {
        <section class="callout">
          <h2>This phone is offline</h2>
          <p>
            A place can only be passed on by the server. Write both names, the school and the time on the
            paper list, and enter them here later.
          </p>
        </section>
      } @else if (done()) {
        <section class="callout" role="status">
          <h2>{{ done() }} is in</h2>
          <p>They came in the place of {{ person()?.displayName }}, whose badge does not work any more.</p>
        </section>
      } @else if (person(); as one) {
        <p>
          In the place of <strong>{{ one.displayName }}</strong>, {{ one.school }}. Their badge stops working.
        </p>
        <form novalidate (submit)="send($event)">
          <p class="problem" role="alert">{{ problem() }}</p>
          <div class="field">
            <label for="given">First name of who came</label>
            <input id="given" name="givenName" autocomplete="off" maxlength="80" />
          </div>
          <div class="field">
            <label for="family">Last name of who came</label>
            <input id="family" name="familyName" autocomplete="off" maxlength="80" />
          </div>
          @if (one.kind === 'pupil') {
            <div class="field">
              <label for="year">Year group</label>
              <input id="year" name="yearGroup" inputmode="numeric" autocomplete="off" maxlength="2" />
            </div>
          }
          <div class="field">
            <label for="reason">Why did somebody else come?</label>
            <input id="reason" name="reason" autocomplete="off" maxlength="300" />
          </div>
          <button type="submit" class="button wide" [attr.aria-disabled]="busy()">
            Let in in their place
          </button>
        </form>
      } @else {
        <div class="field">
          <label for="absent">Who stayed at home?</label>
          <p class="hint">Three letters of their name.</p>
          <input
            id="absent"
            name="absent"
            autocomplete="off"
            maxlength="100"
            [value]="text()"
            (input)="type($event)"
          />
        </div>
        <ul class="lines">
          @for (entry of found(); track entry.ticketId) {
            <li>
              <button type="button" (click)="chosen.set(entry.ticketId)">
                <lectern-person-line [entry]="entry" />
              </button>
            </li>
          }
        </ul>
      }
    </lectern-panel>
  `,
  styles: `
    .wide {
      width: 100%;
    }
  `,
})
export class SubstitutionPanel {
  private readonly devices = inject(DeviceStore);
  private readonly api = inject(StewardApi);
  private readonly people = inject(People);
  private readonly sync = inject(DoorSync);
  private readonly id = newId();

  /** Whose place it is; null when they are yet to be found. */
  readonly ticketId = input<string | null>(null);

  protected readonly online = inject(Connection).online;
  protected readonly chosen = linkedSignal(() => this.ticketId());
  protected readonly text = signal('');
  protected readonly problem = signal('');
  protected readonly done = signal('');
  protected readonly busy = signal(false);
  protected readonly person = computed(() => {
    const chosen = this.chosen();
    return chosen === null ? null : this.people.person(chosen);
  });
  protected readonly found = computed(() => {
    const result = searchRoster(this.people.searchable(), this.text());
    return result.kind === 'found' ? result.people : [];
  });

  protected type(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [device, checkpoint, person] = [this.devices.device(), this.devices.checkpoint(), this.person()];
    if (this.busy() || !device || !checkpoint || !person) return;
    const isPupil = person.kind === 'pupil';
    const form = event.target as HTMLFormElement;
    const names = readNameFields(form, isPupil, 'Say why somebody else came.');
    this.problem.set(names.problem);
    if (names.problem) return;
    this.busy.set(true);
    try {
      const { givenName, familyName, reason, yearGroup } = names;
      const now = new Date().toISOString();
      const result = await this.api.substitute(device.token, {
        ...{
          id: this.id,
          checkpointId: checkpoint.id,
          ticketId: person.ticketId,
          givenName,
          familyName,
          reason,
        },
        ...(isPupil && yearGroup !== null ? { yearGroup } : {}),
        scannedAt: now,
        sentAt: now,
      });
      this.done.set(result.ticket?.displayName ?? givenName);
      void this.sync.now();
    } catch (error) {
      this.problem.set(wordsFor(error));
    } finally {
      this.busy.set(false);
    }
  }
}
