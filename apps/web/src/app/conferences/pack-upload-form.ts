import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import {
  OPEN_PACK_KINDS,
  PACK_FILE_KIND_NAMES,
  PACK_FILE_KINDS,
  type PackFileKind,
  type PackFileRequest,
} from '@lectern/conferences';
import type { FieldError } from '@lectern/core';
import { Box, ErrorSummary, Field } from '@lectern/ui';

/** A file with what is said of it. */
export interface NewPackFile {
  readonly request: PackFileRequest;
  readonly file: File | null;
}

export const PACK_FILE_TYPES = '.pdf,.docx,.png,.jpg,.jpeg';

/** Puts a file into the visit pack: what it is, its title, the file, and whether anyone may read it. */
@Component({
  selector: 'app-pack-upload-form',
  imports: [Box, ErrorSummary, Field, MatButton, ReactiveFormsModule],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [formGroup]="form" (ngSubmit)="submit()" novalidate>
      <lectern-error-summary [errors]="errors()" />
      <lectern-field name="kind" label="What is it?" [errors]="errors()">
        <select lecternBox formControlName="kind">
          @for (kind of kinds; track kind.kind) {
            <option [value]="kind.kind">{{ kind.name }}</option>
          }
        </select>
      </lectern-field>
      <lectern-field
        name="title"
        label="Title (optional)"
        hint="Leave it empty to call it what it is."
        [errors]="errors()"
      >
        <input lecternBox type="text" formControlName="title" autocomplete="off" />
      </lectern-field>
      <lectern-field
        name="file"
        label="File"
        hint="PDF, Word (DOCX), PNG or JPEG, 5 MB at most."
        [errors]="errors()"
      >
        <input #file lecternBox type="file" [accept]="types" />
      </lectern-field>
      @if (mayBeOpen()) {
        <label class="choice">
          <input type="checkbox" formControlName="isPublic" />
          <span>Show it to everybody on the conference’s page</span>
        </label>
      }
      <div class="actions">
        <button matButton="outlined" type="submit">
          {{ busy() ? 'Uploading…' : 'Add to the visit pack' }}
        </button>
      </div>
    </form>
  `,
})
export class PackUploadForm {
  readonly errors = input<readonly FieldError[]>([]);
  readonly busy = input(false);
  readonly add = output<NewPackFile>();
  protected readonly types = PACK_FILE_TYPES;
  protected readonly kinds = PACK_FILE_KINDS.map((kind) => ({ kind, name: PACK_FILE_KIND_NAMES[kind] }));
  private readonly build = inject(NonNullableFormBuilder);
  protected readonly form = this.build.group({
    kind: this.build.control<PackFileKind>('risk-assessment'),
    title: '',
    isPublic: false,
  });
  private readonly kind = toSignal(this.form.controls.kind.valueChanges, {
    initialValue: this.form.controls.kind.value,
  });
  protected readonly mayBeOpen = computed(() => OPEN_PACK_KINDS.includes(this.kind()));
  private readonly file = viewChild.required<ElementRef<HTMLInputElement>>('file');

  /** Ready for the next file. */
  clear(): void {
    this.form.reset();
    this.file().nativeElement.value = '';
  }

  protected submit(): void {
    const { kind, title, isPublic } = this.form.getRawValue();
    this.add.emit({
      request: {
        kind,
        ...(title.trim() ? { title: title.trim() } : {}),
        ...(isPublic && this.mayBeOpen() ? { isPublic: 'yes' } : {}),
      },
      file: this.file().nativeElement.files?.[0] ?? null,
    });
  }
}
