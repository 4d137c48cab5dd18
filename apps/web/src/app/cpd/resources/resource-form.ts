import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { FieldError } from '@lectern/core';
import {
  QUALIFICATION_NAMES,
  RESOURCE_KINDS_WORDS,
  RESOURCE_LICENCE_NAMES,
  RESOURCE_LICENCE_WORDS,
  RESOURCE_LICENCES,
  type Topic,
} from '@lectern/cpd';
import { Box, ErrorSummary, Field, FieldSet } from '@lectern/ui';
import {
  EMPTY_RESOURCE,
  missingInResource,
  type ResourceFormValue,
  titleFrom,
  wrongWithFile,
} from './resource-words.rules';

export const RESOURCE_FILE_TYPES = '.pdf,.pptx,.docx,.xlsx,.png,.jpg,.jpeg';

/** What was filled in, with the file where there is one. */
export interface FilledResource {
  readonly form: ResourceFormValue;
  readonly file: File | null;
}

/** Everything that is said of a resource; its page sends what it gives. */
@Component({
  selector: 'app-resource-form',
  imports: [Box, ErrorSummary, Field, FieldSet, MatButton, ReactiveFormsModule, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './resource-form.html',
  styles: `
    progress {
      display: block;
      width: 100%;
      accent-color: var(--ink);
    }
    textarea.box {
      min-height: 5rem;
    }
  `,
})
export class ResourceForm {
  readonly begin = input<ResourceFormValue>(EMPTY_RESOURCE);
  /** Whether it is there already: its file and its place on the shelf stay. */
  readonly isChange = input(false);
  /** The topics to choose from, for a new one. */
  readonly topics = input<readonly Topic[]>([]);
  /** The title of the session whose people it may be kept to; null when it belongs to none. */
  readonly sessionTitle = input<string | null>(null);
  readonly errors = input<readonly FieldError[]>([]);
  readonly busy = input(false);
  readonly saveWords = input.required<string>();
  readonly cancelTo = input.required<string>();
  readonly save = output<FilledResource>();

  protected readonly types = RESOURCE_FILE_TYPES;
  protected readonly fileHint = `${RESOURCE_KINDS_WORDS}. Slides up to 30 MB, PDF 20 MB, documents and workbooks 10 MB, pictures 5 MB. No macros.`;
  protected readonly licences = RESOURCE_LICENCES.map((licence) => ({
    licence,
    name: RESOURCE_LICENCE_NAMES[licence],
    words: RESOURCE_LICENCE_WORDS[licence],
  }));
  protected readonly form = inject(NonNullableFormBuilder).group(EMPTY_RESOURCE);
  private readonly value = toSignal(this.form.valueChanges, { initialValue: this.form.getRawValue() });
  protected readonly isLink = computed(() => this.value().kind === 'link');
  private readonly own = signal<readonly FieldError[]>([]);
  protected readonly wrong = computed(() => (this.own().length > 0 ? this.own() : this.errors()));
  private readonly box = viewChild<ElementRef<HTMLInputElement>>('file');
  protected readonly grouped = computed(() =>
    (['gcse', 'a-level'] as const).map((qualification) => ({
      name: QUALIFICATION_NAMES[qualification],
      topics: this.topics().filter((topic) => topic.qualification === qualification && topic.active),
    })),
  );

  constructor() {
    effect(() => {
      const begin = this.begin();
      untracked(() => this.form.reset(begin));
    });
  }

  /** Looks at a file as soon as it is chosen, and calls the resource as the file is until somebody names it. */
  protected async chose(): Promise<void> {
    const file = this.file();
    if (!file) return;
    const { title } = this.form.controls;
    if (title.pristine) title.setValue(titleFrom(file.name));
    this.own.set(await wrongWithFile(file));
  }

  protected async submit(): Promise<void> {
    const form = this.form.getRawValue();
    const file = form.kind === 'file' ? this.file() : null;
    const missing = missingInResource(form, {
      hasFile: this.isChange() || file !== null,
      needsTopic: !this.isChange() && this.sessionTitle() === null,
    });
    this.own.set([...(file ? await wrongWithFile(file) : []), ...missing]);
    if (this.own().length === 0) this.save.emit({ form, file });
  }

  private file(): File | null {
    return this.box()?.nativeElement.files?.[0] ?? null;
  }
}
