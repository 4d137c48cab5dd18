import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { StatusMark } from '@lectern/ui';
import type { NextTask } from './next-task.rules';

/** What to do next: each thing one sentence, a date and one button. */
@Component({
  selector: 'app-next-list',
  imports: [MatButton, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ol class="plain-list">
      @for (task of tasks(); track task.id) {
        <li>
          <div class="words">
            <p [id]="task.id">{{ task.sentence }}</p>
            <p class="when">
              @if (task.isLate) {
                <lectern-status-mark tone="needs" words="Overdue" />
              } @else if (task.isDecision) {
                <lectern-status-mark tone="note" words="Needs a decision" />
              }
              <span [class.late]="task.isLate">{{ task.when }}</span>
            </p>
          </div>
          @if ($first) {
            <a matButton="filled" [routerLink]="task.link" [attr.aria-describedby]="task.id">{{
              task.button
            }}</a>
          } @else {
            <a matButton="outlined" [routerLink]="task.link" [attr.aria-describedby]="task.id">{{
              task.button
            }}</a>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      border-block-start: 1px solid var(--hairline);
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.5rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 1rem;
      border-block-end: 1px solid var(--hairline);
    }
    .words {
      flex: 1 1 18rem;
    }
    p {
      margin: 0;
      font-size: 1.125rem;
    }
    .when {
      display: flex;
      flex-wrap: wrap;
      gap: 0 1rem;
      color: var(--text-soft);
      font-size: 1rem;
    }
    .late {
      color: var(--wait);
      font-weight: 650;
    }
    a {
      min-width: 11rem;
    }
  `,
})
export class NextList {
  readonly tasks = input.required<readonly NextTask[]>();
}
