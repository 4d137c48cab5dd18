import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { contentCodesOf, strandOf, type Topic, type TopicTier } from '@lectern/cpd';
import { Box, ErrorSummary, Field, FieldSet } from '@lectern/ui';
import { Sending } from '../../platform/sending';
import { PlanningApi } from './planning-api';

/** Adds a topic to the catalogue, changes one, or takes it out; closes with whether anything has changed. */
@Component({
  selector: 'app-topic-dialog',
  imports: [
    Box,
    ErrorSummary,
    Field,
    FieldSet,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    ReactiveFormsModule,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './topic-dialog.html',
  styles: `
    details {
      border-top: 1px solid var(--hairline);
    }
    summary {
      min-height: 2.75rem;
      padding-block: 0.5rem;
      cursor: pointer;
    }
    .reference {
      display: grid;
      gap: 0.25rem;
      margin-bottom: 1rem;
    }
    .reference label {
      font-size: 1rem;
    }
    .reference button {
      justify-self: start;
    }
  `,
})
export class TopicDialog {
  protected readonly topic = inject<Topic | null>(MAT_DIALOG_DATA);
  protected readonly sending = new Sending();
  private readonly builder = inject(NonNullableFormBuilder);
  private readonly api = inject(PlanningApi);
  private readonly dialog = inject<MatDialogRef<TopicDialog, boolean>>(MatDialogRef);
  protected readonly form = this.builder.group({
    title: this.topic?.title ?? '',
    summary: this.topic?.summary ?? '',
    level: this.builder.control<TopicTier>(this.topic?.tier ?? 'higher'),
    references: this.builder.array(
      (this.topic?.references ?? []).map(({ title, url }) => this.builder.group({ title, url })),
    ),
    active: this.topic?.active ?? true,
  });
  protected readonly levels: readonly { readonly value: TopicTier; readonly words: string }[] = [
    { value: 'higher', words: 'GCSE, higher tier' },
    { value: 'both', words: 'GCSE, foundation and higher tier' },
    { value: 'a-level', words: 'A level' },
  ];
  private readonly level = toSignal(this.form.controls.level.valueChanges, {
    initialValue: this.form.controls.level.value,
  });
  private readonly qualification = computed(() => (this.level() === 'a-level' ? 'a-level' : 'gcse'));
  private readonly chosen = signal<readonly string[]>(this.topic?.contentCodes ?? []);
  /** The codes of the qualification: by strand for the GCSE, in one list for the A level. */
  protected readonly groups = computed(() => {
    const codes = contentCodesOf(this.qualification());
    const isGcse = this.qualification() === 'gcse';
    const names = isGcse
      ? [...new Set(codes.map(({ code }) => strandOf(code) ?? ''))]
      : ['Sections of the A level'];
    return names.map((name) => {
      const own = codes
        .filter(({ code }) => !isGcse || strandOf(code) === name)
        .map((part) => ({ ...part, isChosen: this.chosen().includes(part.code) }));
      return { name, codes: own, chosen: own.filter(({ isChosen }) => isChosen).map(({ code }) => code) };
    });
  });

  protected toggle(code: string): void {
    this.chosen.update((chosen) =>
      chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code],
    );
  }

  protected addReference(): void {
    this.form.controls.references.push(this.builder.group({ title: '', url: '' }));
  }

  protected async save(): Promise<void> {
    const { title, summary, level, references, active } = this.form.getRawValue();
    const known = contentCodesOf(this.qualification()).map(({ code }) => code);
    const saved = await this.sending.send(() =>
      this.api.saveTopic(this.topic?.id ?? null, {
        title: title.trim(),
        summary: summary.trim() || null,
        qualification: this.qualification(),
        tier: level,
        contentCodes: this.chosen().filter((code) => known.includes(code)),
        references,
        active,
      }),
    );
    if (saved) this.dialog.close(true);
  }
}
