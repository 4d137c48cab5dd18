import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Router } from '@angular/router';
import { PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { SaidOnce } from '../../platform/said-once';
import { type FilledResource, ResourceForm } from './resource-form';
import { resourceChangeOf, resourceFormOf } from './resource-words.rules';
import { ResourcesApi } from './resources-api';

/** Where whoever shared a resource, or staff, put right what is said of it. */
@Component({
  selector: 'app-change-resource-page',
  imports: [Fetched, PageHeader, ResourceForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      <lectern-page-header heading="Change the resource" [backTo]="back()" backWords="The resource" />
      <app-fetched [of]="fetched" heading="The resource could not be shown" />
      @if (shown(); as shown) {
        @if (shown.mayChange) {
          <app-resource-form
            saveWords="Save changes"
            [isChange]="true"
            [begin]="shown.begin"
            [sessionTitle]="shown.sessionTitle"
            [cancelTo]="back()"
            [errors]="sending.errors()"
            [busy]="sending.busy()"
            (save)="change($event)"
          />
        } @else {
          <div class="callout tone-note">
            <p>Whoever shared this resource and the university can change it.</p>
          </div>
        }
      }
    </div>
  `,
})
export class ChangeResourcePage {
  readonly id = input.required<string>();
  private readonly api = inject(ResourcesApi);
  private readonly router = inject(Router);
  private readonly said = inject(SaidOnce);
  protected readonly sending = new Sending();
  protected readonly back = computed(() => `/resources/${this.id()}`);
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const resource = await this.api.see(params);
      const session = resource.sessionId ? await this.api.session(resource.sessionId) : null;
      return { resource, session };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { resource, session } = this.fetched.value();
    return {
      begin: resourceFormOf(resource),
      mayChange: resource.mayChange,
      sessionTitle: session?.title ?? null,
    };
  });

  protected async change({ form }: FilledResource): Promise<void> {
    const changed = await this.sending.send(() => this.api.change(this.id(), resourceChangeOf(form)));
    if (!changed) return;
    this.said.leave('Your changes are saved.');
    await this.router.navigate(['/resources', changed.id]);
  }
}
