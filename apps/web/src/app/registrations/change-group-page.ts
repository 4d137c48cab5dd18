import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import { FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { mostCareful } from '@lectern/conferences';
import type { Group } from '@lectern/registrations';
import { Box, ErrorSummary, Field, PageHeader } from '@lectern/ui';
import { SessionStore } from '../identity/session-store';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { AdultsQuestion } from './adults-question';
import { checkStep, requestOf } from './group-answers.rules';
import { answersOf, groupForm } from './group-form';
import { isChangeable } from './group-words.rules';
import { GroupsApi } from './groups-api';
import { RostersApi } from './rosters-api';
import { SaidOnce } from '../platform/said-once';

/** Changing what a group registered: asking for more never jumps the queue, asking for fewer frees places at once. */
@Component({
  selector: 'app-change-group-page',
  imports: [
    AdultsQuestion,
    Box,
    ErrorSummary,
    Fetched,
    Field,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './change-group-page.html',
})
export class ChangeGroupPage {
  readonly id = input.required<string>();
  private readonly api = inject(GroupsApi);
  private readonly router = inject(Router);
  private readonly said = inject(SaidOnce);
  private readonly session = inject(SessionStore);
  private readonly rosters = inject(RostersApi);
  protected readonly sending = new Sending();
  protected readonly form = groupForm();
  protected readonly answers = answersOf(this.form);
  protected readonly reason = new FormControl('', { nonNullable: true });
  protected readonly group = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.see(params),
  });
  /** Only staff change numbers after the date for them, and say why. */
  private readonly terms = resource({
    params: () => (this.session.isStaff() ? this.id() : undefined),
    loader: ({ params }) => this.rosters.terms(params),
  });
  protected readonly isLocked = computed(() => this.terms.hasValue() && this.terms.value().isLocked);
  protected readonly shown = computed(() => {
    if (!this.group.hasValue()) return null;
    const group = this.group.value();
    const { conference } = group;
    return {
      group,
      mayChange: isChangeable(group),
      pupilsPerAdult: mostCareful(conference, conference.yearGroups),
    };
  });

  constructor() {
    effect(() => {
      if (this.group.hasValue()) this.fill(this.group.value());
    });
  }

  protected async save(): Promise<void> {
    const answers = this.answers();
    const errors = (['pupils', 'adults', 'leader', 'notes'] as const).flatMap((step) =>
      checkStep(step, answers),
    );
    this.sending.refuse(errors);
    if (errors.length > 0) return;
    const { schoolUrn: _own, ...change } = requestOf(answers);
    const reason = this.reason.value.trim();
    const group = await this.sending.send(() =>
      this.api.change(this.id(), {
        ...change,
        supervisionReason: answers.supervisionReason.trim(),
        notes: answers.notes.trim(),
        ...(this.isLocked() && reason !== '' ? { reason } : {}),
      }),
    );
    if (!group) return;
    this.said.leave('Your changes are saved.');
    await this.router.navigate(['/groups', group.id]);
  }

  private fill(group: Group): void {
    this.form.setValue({
      school: null,
      pupilsWanted: String(group.pupilsWanted),
      pupilsMinimum: group.pupilsMinimum === group.pupilsWanted ? '' : String(group.pupilsMinimum),
      adults: String(group.adults),
      supervisionReason: group.supervisionReason ?? '',
      leaderName: group.visitLeader.name,
      leaderPhone: group.visitLeader.phone,
      notes: group.notes ?? '',
    });
  }
}
