import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  effect,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import type { MissingPupil, RollPerson, RollState } from '@lectern/check-in';
import { figure, londonClock } from '@lectern/core';
import { EmptyState, FiveNumbers, type HeadNumber, Icon, PageHeader, StatusMark } from '@lectern/ui';
import { firstValueFrom } from 'rxjs';
import { Fetched } from '../platform/fetched';
import { AttendanceFeed } from './attendance-feed';
import { badgeAddress, DeskApi, paperListAddress, plainListAddress } from './desk-api';
import { MissingDialog, type MissingQuestion } from './missing-dialog';
import { MissingPanel } from './missing-panel';
import { askForWalkIn } from './walk-in-dialog';
import { ROLL_STATE_WORDS, rollGroups, type RollOrder } from './roll-rows.rules';

/** The longest that the roll may be old while nobody comes or goes. */
const REFRESH = 15_000;
/** A party at the door is one reading of the roll, not forty. */
const SETTLES = 2_000;

/** Who is in the building, by name: for a fire drill, a late coach, a pupil whom nobody can find. */
@Component({
  selector: 'app-roll-page',
  imports: [EmptyState, Fetched, FiveNumbers, Icon, MatButton, MissingPanel, PageHeader, StatusMark],
  providers: [AttendanceFeed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './roll-page.html',
  styleUrl: './roll-page.scss',
})
export class RollPage {
  readonly id = input.required<string>();
  protected readonly by = signal<RollOrder>('school');
  protected readonly state = signal<RollState | ''>('');
  protected readonly typed = signal('');
  protected readonly states = (Object.keys(ROLL_STATE_WORDS) as RollState[]).map((state) => ({
    state,
    words: ROLL_STATE_WORDS[state],
  }));
  private readonly api = inject(DeskApi);
  private readonly dialogs = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly feed = inject(AttendanceFeed);
  protected readonly roll = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.roll(params),
  });
  protected readonly plainList = computed(() => plainListAddress(this.id(), this.by()));
  protected readonly paperList = computed(() => paperListAddress(this.id()));
  protected readonly title = computed(() => (this.roll.hasValue() ? this.roll.value().title : ''));
  protected readonly lede = computed(() =>
    this.roll.hasValue() ? `${this.roll.value().title}, as of ${londonClock(this.roll.value().at)}` : null,
  );
  protected readonly numbers = computed<readonly HeadNumber[]>(() => {
    if (!this.roll.hasValue()) return [];
    const { here, left, neverCame, registered, walkIns } = this.roll.value();
    return [
      { label: 'Here', value: here },
      { label: 'Left', value: left },
      { label: 'Never came', value: neverCame },
      {
        label: 'On the list',
        value: registered + walkIns,
        ...(walkIns > 0 ? { note: `with ${figure(walkIns, 'walk-in')}` } : {}),
      },
    ];
  });
  protected readonly groups = computed(() =>
    this.roll.hasValue()
      ? rollGroups(this.roll.value(), { by: this.by(), state: this.state(), find: this.typed() })
      : [],
  );
  protected readonly news = computed(() => {
    const shown = this.groups().reduce((sum, { rows }) => sum + rows.length, 0);
    const all = this.roll.hasValue() ? this.roll.value().registered + this.roll.value().walkIns : 0;
    return shown === all ? figure(all, 'person', 'people') : `${shown} of ${figure(all, 'person', 'people')}`;
  });

  constructor() {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      if (document.visibilityState === 'visible') this.roll.reload();
    };
    effect(() => this.feed.follow(this.id()));
    effect(() => {
      if (!this.feed.attendance()) return;
      clearTimeout(soon);
      soon = setTimeout(again, SETTLES);
    });
    const clock = setInterval(again, REFRESH);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(soon);
      clearInterval(clock);
    });
  }

  protected choose(state: string): void {
    this.state.set(this.states.find((known) => known.state === state)?.state ?? '');
  }

  protected badge({ ticketId }: RollPerson): string {
    return badgeAddress(this.id(), ticketId);
  }

  protected async walkIn(): Promise<void> {
    await askForWalkIn(this.dialogs, this.id());
    this.roll.reload();
  }

  /** Asks where they were last seen, and goes on to the record that opens. */
  protected async report(person: RollPerson): Promise<void> {
    const dialog = this.dialogs.open<MissingDialog, MissingQuestion, MissingPupil>(MissingDialog, {
      data: { conferenceId: this.id(), person },
      width: '34rem',
      restoreFocus: true,
    });
    const record = await firstValueFrom(dialog.afterClosed());
    if (record) await this.router.navigate(['/staff/conferences', this.id(), 'missing', record.id]);
  }

  protected print(): void {
    print();
  }
}
