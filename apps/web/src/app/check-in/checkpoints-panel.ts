import {
  ChangeDetectionStrategy,
  Component,
  inject,
  type ElementRef,
  input,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import type { Admits, Checkpoint } from '@lectern/check-in';
import { londonTime } from '@lectern/core';
import { Box, EmptyState, ErrorSummary, Field, FieldSet, Icon, TakeFocus } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { CheckInApi } from './check-in-api';

const ADMITS: readonly { readonly admits: Admits; readonly name: string; readonly meaning: string }[] = [
  { admits: 'once', name: 'Once', meaning: 'For lunch, or a session with a seat for each' },
  { admits: 'many', name: 'As often as they come', meaning: 'For a room that people go in and out of' },
];

/** Where people are scanned: the main door and any further place. */
@Component({
  selector: 'app-checkpoints-panel',
  imports: [
    Box,
    EmptyState,
    ErrorSummary,
    Fetched,
    Field,
    FieldSet,
    Icon,
    MatButton,
    ReactiveFormsModule,
    TakeFocus,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './checkpoints-panel.html',
  styles: `
    li {
      padding-block: 0.625rem;
      border-bottom: 1px solid var(--hairline);
    }
    .add {
      margin-top: 1rem;
    }
  `,
})
export class CheckpointsPanel {
  readonly conferenceId = input.required<string>();
  protected readonly options = ADMITS;
  protected readonly sending = new Sending();
  protected readonly adding = signal(false);
  protected readonly form = inject(NonNullableFormBuilder).group({
    name: '',
    admits: inject(NonNullableFormBuilder).control<Admits>('once'),
  });
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly api = inject(CheckInApi);
  protected readonly checkpoints = resource({
    params: () => this.conferenceId(),
    loader: ({ params }) => this.api.checkpoints(params),
  });

  protected meaning({ isMainDoor, admits, opensAt, closesAt }: Checkpoint): string {
    const from = opensAt ? `, from ${londonTime(opensAt)}` : '';
    const until = closesAt ? `, until ${londonTime(closesAt)}` : '';
    return `${isMainDoor ? 'Main door, lets' : 'Lets'} each ticket in ${admits === 'once' ? 'once' : 'as often as it comes'}${from}${until}`;
  }

  protected leave(): void {
    this.adding.set(false);
    this.heading().nativeElement.focus();
  }

  protected async add(): Promise<void> {
    const added = await this.sending.send(() =>
      this.api.addCheckpoint(this.conferenceId(), this.form.getRawValue()),
    );
    if (!added) return;
    this.form.reset();
    this.leave();
    this.checkpoints.reload();
  }
}
