import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState, ErrorSummary, Icon, London, PageHeader } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { PageByPage } from '../platform/page-by-page';
import { AuditApi } from './audit-api';
import { AUDIT_ACTIONS, AUDIT_KINDS, auditQuestion, type AuditQuestion, auditRow } from './audit.rules';

/** Who did what to whose data, the latest first; narrowed by person, thing, action and time. */
@Component({
  selector: 'app-audit-page',
  imports: [
    EmptyState,
    ErrorSummary,
    Fetched,
    Icon,
    London,
    MatButton,
    PageHeader,
    ReactiveFormsModule,
    RouterLink,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './audit-page.html',
  styleUrl: './audit-page.scss',
})
export class AuditPage {
  /** From the address: another page led here about somebody or something. */
  readonly actorId = input<string>();
  readonly objectKind = input<string>();
  readonly objectId = input<string>();
  private readonly api = inject(AuditApi);
  protected readonly actions = AUDIT_ACTIONS;
  protected readonly kinds = AUDIT_KINDS;
  protected readonly form = inject(NonNullableFormBuilder).group({
    who: '',
    action: '',
    objectKind: '',
    from: '',
    to: '',
  });
  /** What the page is about, when another page led here. */
  protected readonly about = computed(() => ({
    actorId: this.actorId() ?? '',
    objectKind: this.objectKind() ?? '',
    objectId: this.objectId() ?? '',
  }));
  protected readonly isAbout = computed(() => this.about().actorId !== '' || this.about().objectId !== '');
  protected readonly question = linkedSignal<AuditQuestion>(() => this.asked());
  protected readonly file = computed(() => this.api.fileOf(this.question()));
  protected readonly records = new PageByPage(
    () => this.question(),
    (question: AuditQuestion, cursor) => this.api.list(question, cursor),
  );
  protected readonly rows = computed(() => this.records.items().map(auditRow));

  protected find(): void {
    this.question.set(this.asked());
  }

  protected everything(): void {
    this.form.reset();
    this.find();
  }

  private asked(): AuditQuestion {
    const form = this.form.getRawValue();
    const { actorId, objectId, objectKind } = this.about();
    return auditQuestion({ ...form, actorId, objectId, objectKind: objectKind || form.objectKind });
  }
}
