import { ChangeDetectionStrategy, Component } from '@angular/core';
import { AccessRequests } from './access-requests';

/** Who asks for access: what waits for a decision, then what was decided. */
@Component({
  selector: 'app-requests-tab',
  imports: [AccessRequests],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section aria-labelledby="waiting">
      <h2 id="waiting">Waiting for a decision</h2>
      <app-access-requests (decided)="past.reload()" />
    </section>
    <section class="section" aria-labelledby="decided">
      <h2 id="decided">Decided</h2>
      <app-access-requests
        #past
        list="decided"
        emptyHeading="Nothing has been decided yet"
        emptyWords="Requests stay here for 90 days after their decision."
      />
    </section>
  `,
})
export class RequestsTab {}
