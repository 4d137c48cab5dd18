import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { londonDateTime } from '@lectern/core';
import type { SessionBoard } from '@lectern/registrations';
import { EmptyState, StatusMark } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { ConferenceInView } from './conference-in-view';
import { SessionBoardApi } from './session-board-api';
import { boardRows } from './session-board.rules';
import { SessionPlanPanel } from './session-plan-panel';

/** Which group goes to which session: worked out, published, and put right by hand. */
@Component({
  selector: 'app-session-board-tab',
  imports: [EmptyState, Fetched, MatButton, RouterLink, SessionPlanPanel, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './session-board-tab.html',
  styleUrl: './session-board-tab.scss',
})
export class SessionBoardTab {
  protected readonly view = inject(ConferenceInView);
  protected readonly sending = new Sending();
  /** The row that was last tried, where what is wrong is said. */
  protected readonly tried = signal('');
  protected readonly said = signal('');
  private readonly api = inject(SessionBoardApi);
  protected readonly board = resource({
    params: () => this.view.conference()?.id,
    loader: ({ params }) => this.api.see(params),
  });
  protected readonly shown = computed(() => {
    if (!this.board.hasValue()) return null;
    const { publishedAt, slots } = this.board.value();
    return {
      published: publishedAt === null ? null : `Published ${londonDateTime(publishedAt)}`,
      slots: slots.map(boardRows),
      hasGroups: slots.some(({ groups }) => groups.length > 0),
    };
  });

  protected show(board: SessionBoard): void {
    this.board.set(board);
    this.said.set('The sessions are published, and every school is told.');
  }

  /** Places what of the group has no session, or moves it from where it is. */
  protected async place(
    row: string,
    groupId: string,
    sessionId: string,
    insteadOf: string | null,
    pupils: string,
  ): Promise<void> {
    const id = this.view.conference()?.id;
    if (!id) return;
    this.tried.set(row);
    if (sessionId === '') {
      this.sending.refuse([{ field: 'sessionId', code: 'missing', message: 'Choose a session first.' }]);
      return;
    }
    const count = pupils.trim() === '' ? null : Number(pupils);
    const placed = await this.sending.send(() =>
      this.api.place(id, { groupId, sessionId, insteadOf, pupils: count }),
    );
    if (placed) this.board.reload();
  }

  protected async takeOut(row: string, placementId: string): Promise<void> {
    const id = this.view.conference()?.id;
    if (!id) return;
    this.tried.set(row);
    const gone = await this.sending.send(async () => {
      await this.api.takeOut(id, placementId);
      return true;
    });
    if (gone) this.board.reload();
  }
}
