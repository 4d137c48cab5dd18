import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Icon, PageHeader, QrPicture } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { AttendanceApi } from './attendance-api';
import { whenAndWhere } from './attendance-rows.rules';

/** One’s own ticket for a session, to be held to the phone at the door or printed. */
@Component({
  selector: 'app-ticket-page',
  imports: [Fetched, Icon, MatButton, PageHeader, QrPicture],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header heading="My ticket" [part]="title()" [lede]="lede()">
        <button matButton="outlined" type="button" (click)="print()">
          <lectern-icon name="print" /> Print
        </button>
      </lectern-page-header>
      <app-fetched [of]="ticket" heading="The ticket could not be shown" />
      @if (ticket.hasValue()) {
        <section class="sheet ticket" aria-label="Ticket">
          <p class="session">{{ ticket.value().title }}</p>
          <lectern-qr-picture [text]="ticket.value().code" label="QR code of the ticket" />
          <p class="name">{{ ticket.value().name }}</p>
          <p class="letters figures">{{ ticket.value().shortCode }}</p>
          <p class="soft">
            Hold it to the phone at the door. If the camera will not read it, say these letters.
          </p>
        </section>
      }
    </div>
  `,
  styles: `
    .ticket {
      max-width: 24rem;
      text-align: center;
      break-inside: avoid;
    }
    lectern-qr-picture {
      width: 100%;
      max-width: 20rem;
      margin: 0 auto 1rem;
    }
    p {
      margin: 0 0 0.5rem;
      overflow-wrap: anywhere;
    }
    .session,
    .name {
      font-size: 1.25rem;
      font-weight: 650;
    }
    .letters {
      font-size: 1.5rem;
      letter-spacing: 0.08em;
    }
  `,
})
export class TicketPage {
  readonly id = input.required<string>();
  private readonly api = inject(AttendanceApi);
  protected readonly ticket = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.ticket(params),
  });
  protected readonly title = computed(() => (this.ticket.hasValue() ? this.ticket.value().title : ''));
  protected readonly lede = computed(() =>
    this.ticket.hasValue() ? whenAndWhere(this.ticket.value()) : null,
  );

  protected print(): void {
    print();
  }
}
