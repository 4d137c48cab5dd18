import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Router } from '@angular/router';
import { PageHeader } from '@lectern/ui';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { SaidOnce } from '../../platform/said-once';
import { type FilledResource, ResourceForm } from './resource-form';
import { EMPTY_RESOURCE, resourceRequestOf } from './resource-words.rules';
import { ResourcesApi } from './resources-api';

/** Where a file or a link is put on the shelf of a topic, or of the session that the address names. */
@Component({
  selector: 'app-new-resource-page',
  imports: [Fetched, PageHeader, ResourceForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      <lectern-page-header
        heading="Share a resource"
        [lede]="lede()"
        [backTo]="back().path"
        [backWords]="back().words"
      />
      <app-fetched [of]="known" heading="The topics could not be shown" />
      @if (shown(); as shown) {
        <app-resource-form
          saveWords="Share it"
          [begin]="shown.begin"
          [topics]="shown.topics"
          [sessionTitle]="shown.sessionTitle"
          [cancelTo]="back().path"
          [errors]="sending.errors()"
          [busy]="sending.busy()"
          (save)="share($event)"
        />
      }
    </div>
  `,
})
export class NewResourcePage {
  /** From the address. */
  readonly session = input<string>();
  readonly topic = input<string>();
  private readonly api = inject(ResourcesApi);
  private readonly store = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly said = inject(SaidOnce);
  protected readonly sending = new Sending();
  protected readonly back = computed(() => {
    const id = this.session();
    return id
      ? // A draft has no public page; whoever plans has one of every session.
        {
          path: `${this.store.may('cpd.plan') ? '/staff/cpd' : '/challenging-topics'}/sessions/${id}`,
          words: 'The session',
        }
      : { path: '/resources', words: 'Resources' };
  });
  protected readonly known = resource({
    params: () => ({ sessionId: this.session() }),
    loader: async ({ params: { sessionId } }) => {
      const [topics, session] = await Promise.all([
        this.api.topics(),
        sessionId ? this.api.session(sessionId) : null,
      ]);
      return { topics, session };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.known.hasValue()) return null;
    const { topics, session } = this.known.value();
    return {
      topics,
      sessionTitle: session?.title ?? null,
      begin: { ...EMPTY_RESOURCE, topicId: session?.topicId ?? this.topic() ?? '' },
    };
  });
  protected readonly lede = computed(() => {
    const title = this.shown()?.sessionTitle;
    return title
      ? `For the session “${title}”.`
      : 'To keep something to the people of one session, begin at the page of that session.';
  });

  protected async share({ form, file }: FilledResource): Promise<void> {
    const request = resourceRequestOf(form, this.session() ?? null);
    const made = await this.sending.send(() => this.api.share(request, file));
    if (!made) return;
    this.said.leave('It is on the shelf.');
    await this.router.navigate(['/resources', made.id]);
  }
}
