import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { OpenDoorLessonRequest } from '@lectern/cpd';
import { PageHeader } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { SaidOnce } from '../../platform/said-once';
import { LessonForm } from './lesson-form';
import { OpenDoorsApi } from './open-doors-api';

/** Where a teacher opens one of their lessons to teachers of partner schools. */
@Component({
  selector: 'app-new-lesson-page',
  imports: [LessonForm, PageHeader],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      <lectern-page-header
        heading="Open one of my lessons"
        lede="Teachers of partner schools ask to come; you confirm each of them. It can be called off at any time before it starts."
        backTo="/open-doors"
        backWords="Open doors"
      />
      <app-lesson-form
        saveWords="Open this lesson"
        cancelTo="/open-doors"
        [errors]="sending.errors()"
        [busy]="sending.busy()"
        (save)="offer($event)"
      />
    </div>
  `,
})
export class NewLessonPage {
  private readonly api = inject(OpenDoorsApi);
  private readonly router = inject(Router);
  private readonly said = inject(SaidOnce);
  protected readonly sending = new Sending();

  protected async offer(request: OpenDoorLessonRequest): Promise<void> {
    const lesson = await this.sending.send(() => this.api.offer(request));
    if (!lesson) return;
    this.said.leave('Your lesson is open. We write to you when somebody asks to visit.');
    await this.router.navigate(['/open-doors', lesson.id]);
  }
}
