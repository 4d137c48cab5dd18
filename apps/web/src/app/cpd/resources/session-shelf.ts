import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { ResourceList } from './resource-list';
import { resourceLine } from './resource-words.rules';
import { ResourcesApi } from './resources-api';

/** What there is to teach with for one session, on the pages of that session; nothing for those who see no resources. */
@Component({
  selector: 'app-session-shelf',
  imports: [Fetched, MatButton, ResourceList, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (maySee()) {
      <section class="section" aria-labelledby="shelf">
        <h2 id="shelf">Resources</h2>
        <app-fetched [of]="fetched" heading="The resources could not be shown" />
        @if (fetched.hasValue()) {
          @if (lines().length > 0) {
            <app-resource-list [lines]="lines()" />
          } @else {
            <p>Nothing has been shared for this session yet.</p>
          }
          <div class="actions no-print">
            @if (mayShare()) {
              <a matButton="outlined" routerLink="/resources/new" [queryParams]="{ session: sessionId() }"
                >Share a resource for this session</a
              >
            }
            @if (topicId(); as topic) {
              <a routerLink="/resources" [queryParams]="{ topic }">More on this topic</a>
            }
          </div>
        }
      </section>
    }
  `,
})
export class SessionShelf {
  readonly sessionId = input.required<string>();
  readonly topicId = input<string | null>(null);
  /** Whether the reader gives the session or has a place in it; who looks after sessions shares anyway. */
  readonly isOfSession = input(false);
  private readonly api = inject(ResourcesApi);
  private readonly session = inject(SessionStore);
  protected readonly maySee = computed(() => this.session.may('resource.see'));
  protected readonly mayShare = computed(
    () => this.session.may('resource.share') && (this.isOfSession() || this.session.may('cpd.see-drafts')),
  );
  protected readonly fetched = resource({
    params: () => (this.maySee() ? this.sessionId() : undefined),
    loader: async ({ params }) => (await this.api.ofSession(params)).items,
  });
  protected readonly lines = computed(() =>
    this.fetched.hasValue() ? this.fetched.value().map((one) => resourceLine(one, undefined)) : [],
  );
}
