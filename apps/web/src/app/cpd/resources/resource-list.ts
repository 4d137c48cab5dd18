import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Icon } from '@lectern/ui';
import type { ResourceLine } from './resource-words.rules';

/** Resources, one a line: the title leads to its page, the button to what it is. */
@Component({
  selector: 'app-resource-list',
  imports: [Icon, MatButton, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="plain-list">
      @for (line of lines(); track line.id) {
        <li>
          <div>
            <p class="title">
              <a [routerLink]="['/resources', line.id]">{{ line.title }}</a>
            </p>
            @if (line.summary) {
              <p class="summary">{{ line.summary }}</p>
            }
            <p class="soft">
              {{ line.kind }}
              @if (line.topic) {
                · {{ line.topic }}
              }
              @if (line.isForSession) {
                · For the people of its session
              }
            </p>
            <p class="soft small">{{ line.licence }}</p>
          </div>
          @if (line.isLink) {
            <a matButton="outlined" class="no-print" [href]="line.address" rel="noopener noreferrer external"
              >Open the link<span class="spoken">: {{ line.title }}</span></a
            >
          } @else {
            <a matButton="outlined" class="no-print" [href]="line.address" download
              ><lectern-icon name="download" /> Download<span class="spoken"> {{ line.title }}</span></a
            >
          }
        </li>
      }
    </ul>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.5rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.875rem;
      border-top: 1px solid var(--hairline);
    }
    li > div {
      flex: 1 1 18rem;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    p {
      margin: 0;
    }
    .title {
      font-size: 1.125rem;
      font-weight: 600;
    }
    .summary {
      display: -webkit-box;
      overflow: hidden;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
    }
  `,
})
export class ResourceList {
  readonly lines = input.required<readonly ResourceLine[]>();
}
