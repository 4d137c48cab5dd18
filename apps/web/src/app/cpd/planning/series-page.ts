import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { count } from '@lectern/core';
import type { GapTask, SeriesWithSessions } from '@lectern/cpd';
import { EmptyState, ErrorSummary, Icon, PageHeader, StatusMark } from '@lectern/ui';
import { firstValueFrom } from 'rxjs';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { GapTaskDialog, type GapTaskQuestion } from './gap-task-dialog';
import { PlanningApi } from './planning-api';
import { placeWords, sessionMark, sessionWhen } from './planning-words.rules';
import { SeriesDialog, type SeriesQuestion } from './series-dialog';

/** One series: its sessions in order, and what is tried in class between them. */
@Component({
  selector: 'app-staff-series-page',
  imports: [EmptyState, ErrorSummary, Fetched, Icon, MatButton, PageHeader, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './series-page.html',
  styles: `
    ol {
      display: grid;
      gap: 0.75rem;
      margin: 0 0 1.5rem;
      padding: 0;
      list-style: none;
    }
    .line {
      margin: 0 0 0.25rem;
    }
    h2 {
      margin-bottom: 0.25rem;
      font-size: 1.1875rem;
    }
    .task {
      margin-block: 0.75rem 0;
      padding-inline-start: 1rem;
      border-inline-start: 3px solid var(--amber);
    }
    .task p {
      margin: 0.125rem 0 0;
      white-space: pre-line;
    }
    h3 {
      margin: 0;
      font-size: 1rem;
    }
  `,
})
export class StaffSeriesPage {
  /** From the address. */
  readonly id = input.required<string>();
  protected readonly sending = new Sending();
  private readonly api = inject(PlanningApi);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  protected readonly series = resource({
    params: () => this.id(),
    loader: ({ params: id }) => this.api.series(id),
  });
  protected readonly lede = computed(() => {
    if (!this.series.hasValue()) return null;
    const { sessionsExpected, summary } = this.series.value();
    const expected =
      sessionsExpected === null
        ? 'Whoever takes part comes to every session.'
        : `Whoever takes part comes to at least ${count(sessionsExpected, 'session')}.`;
    return [summary, expected].filter(Boolean).join(' ');
  });
  protected readonly rows = computed(() => {
    if (!this.series.hasValue()) return [];
    const { sessions, gapTasks } = this.series.value();
    return sessions.map((session) => ({
      session,
      when: sessionWhen(session),
      where: placeWords(session.place),
      mark: sessionMark(session.status),
      tasks: gapTasks.filter(({ afterSessionId }) => afterSessionId === session.id),
    }));
  });

  protected async change(series: SeriesWithSessions): Promise<void> {
    const open = this.dialog.open<SeriesDialog, SeriesQuestion, SeriesWithSessions>(SeriesDialog, {
      data: { programmeId: series.programmeId, series },
      maxWidth: '34rem',
    });
    const changed = await firstValueFrom(open.afterClosed());
    if (changed) this.series.set(changed);
  }

  protected async edit(
    series: SeriesWithSessions,
    task: GapTask | null,
    afterSessionId: string,
  ): Promise<void> {
    const open = this.dialog.open<GapTaskDialog, GapTaskQuestion, boolean>(GapTaskDialog, {
      data: { series, task, afterSessionId },
      maxWidth: '34rem',
    });
    if (await firstValueFrom(open.afterClosed())) this.series.reload();
  }

  protected async remove(series: SeriesWithSessions): Promise<void> {
    const removed = await this.sending.send(async () => {
      await this.api.removeSeries(series.id);
      return true;
    });
    if (removed) await this.router.navigate(['/staff/cpd/series']);
  }
}
