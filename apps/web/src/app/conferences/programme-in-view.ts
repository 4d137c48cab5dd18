import { computed, inject, Injectable, resource } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { ConferenceInView } from './conference-in-view';
import { ProgrammeApi } from './programme-api';
import type { PartQuestion } from './part-dialog';
import type { SessionQuestion } from './session-dialog';

/** The programme that a staff page is about, and the dialogs that change it. */
@Injectable()
export class ProgrammeInView {
  private readonly api = inject(ProgrammeApi);
  private readonly dialogs = inject(MatDialog);
  readonly view = inject(ConferenceInView);
  readonly fetched = resource({
    params: () => this.view.conference()?.id,
    loader: ({ params }) => this.api.see(params),
  });
  readonly programme = computed(() => (this.fetched.hasValue() ? this.fetched.value() : null));
  readonly mayChange = computed(() => !this.view.isOver());

  async publish(published: boolean): Promise<void> {
    const id = this.view.conference()?.id;
    if (!id) return;
    const programme = await this.view.sending.send(() => this.api.publish(id, published));
    if (programme) this.fetched.set(programme);
  }

  /** Opens a session, or a new one at this place of the grid. */
  async openSession(question: Pick<SessionQuestion, 'session' | 'slotId' | 'roomId'>): Promise<void> {
    const [conference, programme] = [this.view.conference(), this.programme()];
    if (!conference || !programme) return;
    const { SessionDialog } = await import('./session-dialog');
    const dialog = this.dialogs.open<unknown, SessionQuestion, boolean>(SessionDialog, {
      data: { ...question, conference, programme },
      width: '40rem',
      autoFocus: 'first-heading',
      restoreFocus: true,
    });
    if (await firstValueFrom(dialog.afterClosed())) this.fetched.reload();
  }

  /** Opens a room, time, strand or speaker, or a new one. */
  async openPart(question: Pick<PartQuestion, 'kind' | 'part'>): Promise<void> {
    const [conference, programme] = [this.view.conference(), this.programme()];
    if (!conference || !programme) return;
    const { PartDialog } = await import('./part-dialog');
    const dialog = this.dialogs.open<unknown, PartQuestion, boolean>(PartDialog, {
      data: { ...question, conference, programme } as PartQuestion,
      width: '32rem',
      autoFocus: 'first-heading',
      restoreFocus: true,
    });
    if (await firstValueFrom(dialog.afterClosed())) this.fetched.reload();
  }
}
