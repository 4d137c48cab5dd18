import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { newId } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { Connection } from '../platform/connection';
import { RequestRefused, StewardApi } from '../platform/steward-api';
import { DoorSync } from '../roster/door-sync';
import { People } from '../roster/people';
import { PanelFrame } from './panel-frame';
import { Panels } from './panels';
import { type NameFields, readNameFields, textOf } from './name-fields';
import { wordsFor } from './problems';

/** Somebody who came without a booking: a supervisor writes them down, and they are let in and counted. */
@Component({
  selector: 'lectern-walk-in-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame],
  template: `
    <lectern-panel title="Came without a booking">
      @if (!online()) {
        <section class="callout">
          <h2>This phone is offline</h2>
          <p>
            Only the server knows whether there is a place. Write the name, school and time on the paper list,
            let a supervisor decide, and enter them here later.
          </p>
        </section>
      } @else if (done()) {
        <section class="callout" role="status">
          <h2>{{ done() }} is in</h2>
          <p>They are counted, and their badge can be printed from “Search”.</p>
        </section>
        <div class="row">
          <button type="button" class="button button--quiet" (click)="another()">Write down another</button>
        </div>
      } @else {
        <form novalidate (submit)="send($event)">
          @if (isFull()) {
            <section class="callout" role="alert">
              <h2>Every place is taken</h2>
              <p>Letting them in goes over the number of places. It is kept with your name and the reason.</p>
            </section>
          }
          <p class="problem" role="alert">{{ problem() }}</p>
          <div class="field">
            <label for="group">School</label>
            <select id="group" name="groupId">
              <option value="">Choose the school</option>
              @for (one of parties(); track one.groupId) {
                <option [value]="one.groupId">{{ one.school }}</option>
              }
            </select>
          </div>
          <div class="field">
            <label for="given">First name</label>
            <input id="given" name="givenName" autocomplete="off" maxlength="80" />
          </div>
          <div class="field">
            <label for="family">Last name</label>
            <input id="family" name="familyName" autocomplete="off" maxlength="80" />
          </div>
          <fieldset>
            <legend>Comes as</legend>
            <div class="choices choices--two">
              <label>
                <input
                  type="radio"
                  name="kind"
                  value="pupil"
                  [checked]="kind() === 'pupil'"
                  (change)="kind.set('pupil')"
                />
                <span>Pupil</span>
              </label>
              <label>
                <input
                  type="radio"
                  name="kind"
                  value="adult"
                  [checked]="kind() === 'adult'"
                  (change)="kind.set('adult')"
                />
                <span>Adult</span>
              </label>
            </div>
          </fieldset>
          @if (kind() === 'pupil') {
            <div class="field">
              <label for="year">Year group</label>
              <input id="year" name="yearGroup" inputmode="numeric" autocomplete="off" maxlength="2" />
            </div>
          }
          <div class="field">
            <label for="reason">Why do they come without a booking?</label>
            <input id="reason" name="reason" autocomplete="off" maxlength="300" />
          </div>
          <button type="submit" class="button wide" [attr.aria-disabled]="busy()">
            {{ isFull() ? 'Let in over the number of places' : 'Let in and count' }}
          </button>
        </form>
      }
    </lectern-panel>
  `,
  styles: `
    .wide {
      width: 100%;
    }
  `,
})
export class WalkInPanel {
  private readonly devices = inject(DeviceStore);
  private readonly api = inject(StewardApi);
  private readonly people = inject(People);
  private readonly sync = inject(DoorSync);
  protected readonly panels = inject(Panels);

  protected readonly online = inject(Connection).online;
  protected readonly kind = signal<'pupil' | 'adult'>('pupil');
  protected readonly problem = signal('');
  protected readonly done = signal('');
  protected readonly busy = signal(false);
  /** Whether the server said that every place is taken; the next press goes over it knowingly. */
  protected readonly isFull = signal(false);
  protected readonly parties = computed(() =>
    this.people.parties().filter(({ status }) => status === 'confirmed'),
  );
  /** One id for one person, however often it is sent. */
  private id = newId();

  protected another(): void {
    this.id = newId();
    this.isFull.set(false);
    this.done.set('');
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const device = this.devices.device();
    const checkpoint = this.devices.checkpoint();
    if (this.busy() || !device || !checkpoint) return;
    const form = event.target as HTMLFormElement;
    const { groupId, ...names } = this.fields(form);
    this.problem.set(groupId === '' ? 'Choose the school that they belong to.' : names.problem);
    if (this.problem()) return;
    this.busy.set(true);
    try {
      const { givenName, familyName, reason, yearGroup } = names;
      const now = new Date().toISOString();
      const result = await this.api.walkIn(device.token, {
        ...{
          id: this.id,
          checkpointId: checkpoint.id,
          groupId,
          givenName,
          familyName,
          kind: this.kind(),
          reason,
        },
        ...(this.kind() === 'pupil' && yearGroup !== null ? { yearGroup } : {}),
        ...(this.isFull() ? { overPlaces: true } : {}),
        scannedAt: now,
        sentAt: now,
      });
      this.done.set(result.ticket?.displayName ?? givenName);
      void this.sync.now();
    } catch (error) {
      if (error instanceof RequestRefused && error.code === 'no-places-left') this.isFull.set(true);
      else this.problem.set(wordsFor(error));
    } finally {
      this.busy.set(false);
    }
  }

  private fields(form: HTMLFormElement): NameFields & { readonly groupId: string } {
    const names = readNameFields(form, this.kind() === 'pupil', 'Say why they come without a booking.');
    return { ...names, groupId: textOf(form, 'groupId') };
  }
}
