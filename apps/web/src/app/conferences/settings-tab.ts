import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Sending } from '../platform/sending';
import { RosterSettingsForm } from '../registrations/roster-settings-form';
import { ConferenceForm } from './conference-form';
import { type ConferenceFormValue, inFormOrder, requestOf } from './conference-form.rules';
import { ConferenceInView } from './conference-in-view';
import { ConferencesApi } from './conferences-api';

/** Changing a conference, and cancelling it. */
@Component({
  selector: 'app-settings-tab',
  imports: [ConferenceForm, MatButton, RosterSettingsForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 class="spoken">Settings</h2>
    @if (view.conference(); as conference) {
      @if (view.isOver()) {
        <p class="callout">This conference is over, so it can no longer be changed.</p>
      } @else {
        <p role="status">
          @if (saved()) {
            <span class="callout tone-go saved">Your changes are saved.</span>
          }
        </p>
        <app-conference-form
          saveWords="Save changes"
          [conference]="conference"
          [errors]="sending.errors()"
          [busy]="sending.busy()"
          (save)="change(conference.id, $event)"
        />
        <app-roster-settings-form [conferenceId]="conference.id" />
        @if (view.mayCancel()) {
          <section class="section cancel" aria-labelledby="cancel">
            <h2 id="cancel">Cancel the conference</h2>
            <p>
              Every group loses its places, and everybody who booked is told the reason. It cannot be undone.
            </p>
            <button matButton="outlined" class="danger-button" type="button" (click)="view.move('cancelled')">
              Cancel this conference…
            </button>
          </section>
        }
      }
    }
  `,
  styles: `
    .saved {
      display: block;
      margin: 0;
      padding-block: 0.75rem;
    }
    .cancel {
      max-width: var(--form);
      padding-top: 1.5rem;
      border-top: 1px solid var(--hairline);
    }
  `,
})
export class SettingsTab {
  protected readonly view = inject(ConferenceInView);
  protected readonly sending = new Sending();
  protected readonly saved = signal(false);
  private readonly api = inject(ConferencesApi);

  protected async change(id: string, form: ConferenceFormValue): Promise<void> {
    this.saved.set(false);
    const changed = await this.sending.send(() => this.api.change(id, requestOf(form)));
    if (changed) {
      this.view.show(changed);
      this.saved.set(true);
      scrollTo({ top: 0 });
    } else this.sending.refuse(inFormOrder(this.sending.errors(), form));
  }
}
