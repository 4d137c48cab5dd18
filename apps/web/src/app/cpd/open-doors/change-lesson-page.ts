import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { Router } from '@angular/router';
import type { OpenDoorLessonRequest } from '@lectern/cpd';
import { PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { SaidOnce } from '../../platform/said-once';
import { LessonForm } from './lesson-form';
import { lessonFormOf } from './lesson-form.rules';
import { OpenDoorsApi } from './open-doors-api';

/** Where the host, their coordinator or staff change an open lesson that is still to come. */
@Component({
  selector: 'app-change-lesson-page',
  imports: [Fetched, LessonForm, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      <lectern-page-header
        heading="Change the lesson"
        lede="Whoever has asked to come is told when its title, its time or the way in changes."
        [backTo]="back()"
        backWords="The lesson"
      />
      <app-fetched [of]="fetched" heading="The lesson could not be shown" />
      @if (shown(); as shown) {
        @if (shown.mayChange) {
          <app-lesson-form
            saveWords="Save changes"
            [begin]="shown.begin"
            [cancelTo]="back()"
            [errors]="sending.errors()"
            [busy]="sending.busy()"
            (save)="change($event)"
          />
        } @else {
          <div class="callout tone-note">
            <p>This lesson can no longer be changed, or is not yours to change.</p>
          </div>
        }
      }
    </div>
  `,
})
export class ChangeLessonPage {
  readonly id = input.required<string>();
  private readonly api = inject(OpenDoorsApi);
  private readonly router = inject(Router);
  private readonly said = inject(SaidOnce);
  private readonly now = new Date();
  protected readonly sending = new Sending();
  protected readonly back = computed(() => `/open-doors/${this.id()}`);
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.see(params),
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const lesson = this.fetched.value();
    return {
      begin: lessonFormOf(lesson),
      mayChange:
        lesson.mayChange && lesson.status === 'offered' && Date.parse(lesson.startsAt) > this.now.getTime(),
    };
  });

  protected async change(request: OpenDoorLessonRequest): Promise<void> {
    const lesson = await this.sending.send(() => this.api.change(this.id(), request));
    if (!lesson) return;
    this.said.leave('Your changes are saved.');
    await this.router.navigate(['/open-doors', lesson.id]);
  }
}
