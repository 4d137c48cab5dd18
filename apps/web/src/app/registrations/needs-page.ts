import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { NonNullableFormBuilder } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { ErrorSummary, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { fillNeeds, NeedsForm, needsControls, needsOf } from './needs-form';
import { onePerson } from './one-person';
import { RostersApi } from './rosters-api';
import { SaidOnce } from '../platform/said-once';

/** What one person needs on the day, and whether they may be photographed; after final numbers too. */
@Component({
  selector: 'app-needs-page',
  imports: [ErrorSummary, Fetched, MatButton, NeedsForm, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      <app-fetched [of]="fetched" heading="This person could not be shown" />
      @if (shown(); as shown) {
        <lectern-page-header
          [heading]="shown.person ? 'What ' + shown.name + ' needs' : 'Nobody to show'"
          [lede]="shown.group.conference.title"
          [backTo]="'/groups/' + id() + '/people'"
          backWords="Back to the list"
        />
        @if (shown.person && shown.mayChange) {
          <lectern-error-summary [errors]="sending.errors()" />
          <form (submit)="save($event, shown.name)" novalidate>
            <app-needs-form [controls]="needs" [errors]="sending.errors()" [goes]="shown.goes" />
            <div class="actions">
              <button matButton="filled" type="submit">
                {{ sending.busy() ? 'Saving…' : 'Save' }}
              </button>
              <a matButton [routerLink]="['/groups', id(), 'people']">Leave it as it is</a>
            </div>
          </form>
        } @else {
          <p>
            {{
              shown.person
                ? 'This list can no longer be changed.'
                : 'This person is not on the list any more.'
            }}
          </p>
        }
      }
    </div>
  `,
})
export class NeedsPage {
  readonly id = input.required<string>();
  readonly personId = input.required<string>();
  private readonly rosters = inject(RostersApi);
  private readonly router = inject(Router);
  private readonly said = inject(SaidOnce);
  private readonly one = onePerson(this.id, this.personId);
  protected readonly fetched = this.one.fetched;
  protected readonly shown = this.one.shown;
  protected readonly sending = new Sending();
  protected readonly needs = needsControls(inject(NonNullableFormBuilder));

  constructor() {
    effect(() => {
      const person = this.shown()?.person;
      if (person) fillNeeds(this.needs, person);
    });
  }

  protected async save(event: Event, name: string): Promise<void> {
    event.preventDefault();
    const saved = await this.sending.send(() =>
      this.rosters.tellNeeds(this.id(), this.personId(), needsOf(this.needs)),
    );
    if (!saved) return;
    this.said.leave(`Saved what ${name} needs.`);
    await this.router.navigate(['/groups', this.id(), 'people']);
  }
}
