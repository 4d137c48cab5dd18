import { ChangeDetectionStrategy, Component, effect, inject, input, signal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { FieldError } from '@lectern/core';
import { Box, ErrorSummary, Field, Icon, PageHeader, TakeFocus } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { NeedsForm, needsControls, needsOf } from './needs-form';
import { onePerson } from './one-person';
import { RostersApi } from './rosters-api';

interface Swapped {
  readonly before: string;
  readonly name: string;
  readonly givenName: string;
  /** Where the new badge is printed; null while the group has no places. */
  readonly badge: string | null;
}

/** Puts one person in the place of another in one step, and leads straight to the new badge. */
@Component({
  selector: 'app-swap-page',
  imports: [
    Box,
    ErrorSummary,
    Fetched,
    Field,
    Icon,
    MatButton,
    NeedsForm,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
    TakeFocus,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './swap-page.html',
})
export class SwapPage {
  readonly id = input.required<string>();
  readonly personId = input.required<string>();
  private readonly builder = inject(NonNullableFormBuilder);
  private readonly rosters = inject(RostersApi);
  private readonly one = onePerson(this.id, this.personId);
  protected readonly fetched = this.one.fetched;
  protected readonly shown = this.one.shown;
  protected readonly sending = new Sending();
  protected readonly swapped = signal<Swapped | null>(null);
  protected readonly needs = needsControls(this.builder);
  protected readonly form = this.builder.group({
    givenName: '',
    familyName: '',
    yearGroup: '',
    birthDate: '',
  });

  constructor() {
    effect(() => {
      // Most who come instead are of the same year.
      const year = this.shown()?.person?.yearGroup;
      if (year) this.form.controls.yearGroup.setValue(String(year));
    });
  }

  protected async swap(before: string): Promise<void> {
    const { givenName, familyName, yearGroup, birthDate } = this.form.getRawValue();
    const isPupil = this.shown()?.person?.kind === 'pupil';
    const errors: FieldError[] = [
      ...(givenName.trim() ? [] : [missing('givenName', 'Enter a first name.')]),
      ...(familyName.trim() ? [] : [missing('familyName', 'Enter a last name.')]),
      ...(!isPupil || /^\d{1,2}$/.test(yearGroup.trim())
        ? []
        : [missing('yearGroup', 'Enter a year group, 7 to 13.')]),
    ];
    this.sending.refuse(errors);
    if (errors.length > 0) return;
    const done = await this.sending.send(() =>
      this.rosters.swap(this.id(), this.personId(), {
        givenName: givenName.trim(),
        familyName: familyName.trim(),
        ...(isPupil ? { yearGroup: Number(yearGroup) } : {}),
        ...(isPupil && birthDate ? { birthDate } : {}),
        ...needsOf(this.needs),
      }),
    );
    if (!done) return;
    this.swapped.set({
      before,
      name: `${done.person.givenName} ${done.person.familyName}`,
      givenName: done.person.givenName,
      badge: done.ticketId === null ? null : this.rosters.badgeAddress(this.id(), done.ticketId),
    });
  }
}

const missing = (field: string, message: string): FieldError => ({ field, code: 'missing', message });
