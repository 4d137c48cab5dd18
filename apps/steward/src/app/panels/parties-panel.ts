import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { foldText, figure } from '@lectern/core';
import { DeviceStore } from '../device/device-store';
import { People } from '../roster/people';
import { PanelFrame } from './panel-frame';
import { Panels } from './panels';

/** Parties that one look shows; a search finds the others. */
const SHOWN_MAX = 30;

/** The schools' parties, to open one whose coach has come. */
@Component({
  selector: 'lectern-parties-panel',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [PanelFrame],
  template: `
    <lectern-panel title="Parties">
      <p>Scan the code on the coach’s list with the camera, or choose the school here.</p>
      <div class="field">
        <label for="school">School</label>
        <input
          id="school"
          name="school"
          autocomplete="off"
          spellcheck="false"
          maxlength="100"
          [value]="text()"
          (input)="type($event)"
        />
      </div>
      <p class="spoken" role="status">{{ told() }}</p>
      @if (shown().length) {
        <ul class="lines">
          @for (one of shown(); track one.groupId) {
            <li>
              <button type="button" (click)="panels.open({ name: 'party', groupId: one.groupId })">
                <span class="what">
                  <strong>{{ one.school }}</strong>
                  <small>{{ one.size }}</small>
                </span>
                <span
                  class="state"
                  [class.state--here]="one.inside > 0"
                  [class.state--stop]="one.inside === 0 && one.status !== 'confirmed'"
                  >{{ one.word }}</span
                >
              </button>
            </li>
          }
        </ul>
        @if (found().length > shown().length) {
          <p>There are {{ found().length - shown().length }} more. Type a part of the school’s name.</p>
        }
      } @else if (text()) {
        <p>No school with people on this phone’s list has that in its name.</p>
      } @else {
        <p>This phone holds no list yet. It is fetched as soon as there is a connection.</p>
      }
    </lectern-panel>
  `,
})
export class PartiesPanel {
  private readonly people = inject(People);
  private readonly devices = inject(DeviceStore);
  protected readonly panels = inject(Panels);

  protected readonly text = signal('');
  protected readonly found = computed(() => {
    const words = foldText(this.text()).split(' ').filter(Boolean);
    return this.people.parties().filter(({ school }) => {
      const name = foldText(school);
      return words.every((word) => name.includes(word));
    });
  });
  protected readonly shown = computed(() => {
    this.devices.checkpoint();
    return this.found()
      .slice(0, SHOWN_MAX)
      .map(({ groupId, school, status, people }) => {
        const inside = people.filter(({ ticketId }) => this.people.isInside(ticketId)).length;
        const pupils = people.filter(({ kind }) => kind === 'pupil').length;
        const size = `${figure(pupils, 'pupil')}, ${figure(people.length - pupils, 'adult')}`;
        const waits = status === 'confirmed' ? '○ Not in yet' : '◔ Not confirmed';
        const word =
          inside === 0 ? waits : inside === people.length ? '● All in' : `◐ ${inside} of ${people.length} in`;
        return { groupId, school, status, size, inside, word };
      });
  });
  protected readonly told = computed(() => (this.text() ? figure(this.found().length, 'school') : ''));

  protected type(event: Event): void {
    this.text.set((event.target as HTMLInputElement).value);
  }
}
