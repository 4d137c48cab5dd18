import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  GROUPING_NAMES,
  type Programme,
  type ProgrammeSession,
  type ProgrammeSlot,
} from '@lectern/conferences';
import { Icon } from '@lectern/ui';
import { programmeGrid } from './programme-rows.rules';

/** A place of the grid that is opened: the session there, or a new one for that time and room. */
export interface GridPlace {
  readonly session: ProgrammeSession | null;
  readonly slotId: string;
  readonly roomId: string | null;
}

/** Times by rooms, and on a phone one card for each time. Every session and every free place can be opened. */
@Component({
  selector: 'app-programme-grid',
  imports: [Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './programme-grid.html',
  styleUrl: './programme-grid.scss',
})
export class ProgrammeGrid {
  readonly programme = input.required<Programme>();
  readonly mayChange = input(true);
  readonly openSession = output<GridPlace>();
  readonly openSlot = output<ProgrammeSlot>();
  protected readonly groupings = GROUPING_NAMES;
  protected readonly grid = computed(() => programmeGrid(this.programme()));
}
