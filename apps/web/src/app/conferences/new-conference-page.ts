import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { PageHeader } from '@lectern/ui';
import { Sending } from '../platform/sending';
import { ConferenceForm } from './conference-form';
import { type ConferenceFormValue, inFormOrder, requestOf } from './conference-form.rules';
import { ConferencesApi } from './conferences-api';

/** A new conference; it begins as a draft. */
@Component({
  selector: 'app-new-conference-page',
  imports: [ConferenceForm, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      <lectern-page-header
        heading="New conference"
        lede="It is saved as a draft that only staff can see, until you publish it."
        backTo="/staff/conferences"
        backWords="Conferences"
      />
      <app-conference-form
        saveWords="Save draft"
        cancelTo="/staff/conferences"
        [errors]="sending.errors()"
        [busy]="sending.busy()"
        (save)="create($event)"
      />
    </div>
  `,
})
export class NewConferencePage {
  protected readonly sending = new Sending();
  private readonly api = inject(ConferencesApi);
  private readonly router = inject(Router);

  protected async create(form: ConferenceFormValue): Promise<void> {
    const { schoolCap, ...request } = requestOf(form);
    const made = await this.sending.send(() =>
      this.api.create(schoolCap === null ? request : { ...request, schoolCap }),
    );
    if (made) await this.router.navigate(['/staff/conferences', made.id]);
    else this.sending.refuse(inFormOrder(this.sending.errors(), form));
  }
}
