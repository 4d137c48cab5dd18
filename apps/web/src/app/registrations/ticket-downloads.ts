import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon } from '@lectern/ui';
import { GroupsApi } from './groups-api';

/** The three things to print for a group. */
@Component({
  selector: 'app-ticket-downloads',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ul class="plain-list">
      <li>
        <a matButton="filled" [href]="addresses().badges" download
          ><lectern-icon name="download" /> Badges PDF</a
        >
        <span class="soft">One A6 badge each, to hang round the neck</span>
      </li>
      <li>
        <a matButton="outlined" [href]="addresses().labels" download
          ><lectern-icon name="download" /> Labels PDF</a
        >
        <span class="soft">Sheets of 21 stickers</span>
      </li>
      <li>
        <a matButton="outlined" [href]="addresses().list" download
          ><lectern-icon name="download" /> Group list PDF</a
        >
        <span class="soft">Everybody’s name, for the visit leader</span>
      </li>
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 0.75rem;
    }
    li {
      display: grid;
      grid-template-columns: minmax(11rem, max-content) minmax(8rem, 1fr);
      gap: 0.25rem 1rem;
      align-items: center;
    }
    @media (max-width: 30rem) {
      li {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class TicketDownloads {
  readonly groupId = input.required<string>();
  private readonly api = inject(GroupsApi);
  protected readonly addresses = computed(() => ({
    badges: this.api.ticketsAddress(this.groupId(), 'badges'),
    labels: this.api.ticketsAddress(this.groupId(), 'labels'),
    list: this.api.ticketsAddress(this.groupId(), 'list'),
  }));
}
