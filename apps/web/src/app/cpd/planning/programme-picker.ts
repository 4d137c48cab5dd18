import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState, StatusMark } from '@lectern/ui';
import { MatButton } from '@angular/material/button';
import { Fetched } from '../../platform/fetched';
import { programmeMark } from './planning-words.rules';
import { ProgrammeInView } from './programme-in-view';

/** Says which programme is in view, and leads to the others; asks for the first one when there is none. */
@Component({
  selector: 'app-programme-picker',
  imports: [EmptyState, Fetched, MatButton, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-fetched [of]="view.fetched" heading="The programmes could not be shown" />
    @if (view.fetched.hasValue()) {
      @if (view.programme(); as programme) {
        <div class="head">
          <h2>{{ programme.title }}</h2>
          <lectern-status-mark [tone]="mark(programme.status).tone" [words]="mark(programme.status).words" />
          <div class="ways no-print">
            @if (view.programmes().length > 1) {
              <label for="programme">Programme</label>
              <select #chosen id="programme" class="box" (change)="view.choose(chosen.value)">
                @for (one of view.programmes(); track one.id) {
                  <option [value]="one.id" [selected]="one.id === programme.id">{{ one.title }}</option>
                }
              </select>
            }
            <a [routerLink]="['/staff/cpd/programmes', programme.id]">Change this programme</a>
            <a routerLink="/staff/cpd/programmes/new">New programme</a>
          </div>
        </div>
      } @else {
        <lectern-empty-state
          heading="There is no programme yet"
          words="A programme holds the CPD of one academic year. Say how many sessions each half-term should have; then plan them."
        >
          <div class="actions">
            <a matButton="filled" routerLink="/staff/cpd/programmes/new">New programme</a>
          </div>
        </lectern-empty-state>
      }
    }
  `,
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.25rem;
      align-items: baseline;
      margin-bottom: 1.25rem;
    }
    h2 {
      margin: 0;
    }
    .ways {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.25rem;
      align-items: baseline;
      margin-inline-start: auto;
    }
    .ways a {
      min-height: 24px;
    }
    .box {
      width: auto;
      max-width: 18rem;
    }
  `,
})
export class ProgrammePicker {
  protected readonly view = inject(ProgrammeInView);
  protected readonly mark = programmeMark;
}
