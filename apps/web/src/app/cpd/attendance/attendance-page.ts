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
import { RouterLink } from '@angular/router';
import { listed } from '@lectern/core';
import { type AttendanceLine, CPD_SESSION_STATUS_NAMES, type SessionAttendance } from '@lectern/cpd';
import { EmptyState, ErrorSummary, FiveNumbers, Icon, PageHeader, StatusMark } from '@lectern/ui';
import { firstValueFrom } from 'rxjs';
import { AttendanceFeed } from '../../check-in/attendance-feed';
import { ConflictsPanel } from '../../check-in/conflicts-panel';
import { DevicesPanel } from '../../check-in/devices-panel';
import { PairingPanel } from '../../check-in/pairing-panel';
import { RefusedPanel } from '../../check-in/refused-panel';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { AttendanceApi } from './attendance-api';
import {
  attendanceNumbers,
  type AttendanceRow,
  attendanceRow,
  hasBegun,
  isOver,
  unseenPresenters,
  whenAndWhere,
} from './attendance-rows.rules';
import { CorrectionDialog, type CorrectionQuestion } from './correction-dialog';

/** The longest that the list may be old while nobody comes or goes. */
const REFRESH = 15_000;
/** A minibus at the door is one reading of the list, not fifteen. */
const SETTLES = 1_000;

/** The day of a session: its door, who came, and putting that right. */
@Component({
  selector: 'app-attendance-page',
  imports: [
    ConflictsPanel,
    DevicesPanel,
    EmptyState,
    ErrorSummary,
    Fetched,
    FiveNumbers,
    Icon,
    MatButton,
    PageHeader,
    PairingPanel,
    RefusedPanel,
    RouterLink,
    StatusMark,
  ],
  providers: [AttendanceFeed],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './attendance-page.html',
  styleUrl: './attendance-page.scss',
})
export class AttendancePage {
  readonly id = input.required<string>();
  protected readonly delivering = new Sending();
  protected readonly opening = new Sending();
  protected readonly undoing = new Sending();
  /** Whether it was asked if the session is to be marked as delivered. */
  protected readonly asked = signal(false);
  private readonly api = inject(AttendanceApi);
  private readonly session = inject(SessionStore);
  private readonly dialogs = inject(MatDialog);
  private readonly feed = inject(AttendanceFeed);
  private readonly now = signal(Date.now());
  protected readonly attendance = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.of(params),
  });
  /** The last list that came: it stays while a newer one is fetched. */
  protected readonly shown = computed(() => (this.attendance.hasValue() ? this.attendance.value() : null));
  protected readonly mayCorrect = computed(() => this.session.may('cpd.plan'));
  protected readonly mayPair = computed(() => this.session.may('check-in.manage'));
  protected readonly begun = computed(() => this.is((shown) => hasBegun(shown, this.now())));
  protected readonly over = computed(() => this.is((shown) => isOver(shown, this.now())));
  protected readonly canDeliver = computed(
    () => this.mayCorrect() && this.begun() && this.shown()?.status === 'published',
  );
  protected readonly canCorrect = computed(
    () =>
      this.mayCorrect() && this.begun() && ['published', 'delivered'].includes(this.shown()?.status ?? ''),
  );
  protected readonly lede = computed(() => {
    const shown = this.shown();
    return shown ? whenAndWhere(shown) : null;
  });
  protected readonly status = computed(() => {
    const shown = this.shown();
    if (!shown) return null;
    const words = CPD_SESSION_STATUS_NAMES[shown.status];
    return { tone: shown.status === 'cancelled' ? ('stop' as const) : ('note' as const), words };
  });
  protected readonly numbers = computed(() => {
    const shown = this.shown();
    return shown ? attendanceNumbers(shown, this.now()) : [];
  });
  protected readonly groups = computed<readonly { heading: string; rows: readonly AttendanceRow[] }[]>(() => {
    const rows = (this.shown()?.people ?? []).map(attendanceRow);
    return [
      { heading: 'Presenters', rows: rows.filter(({ line }) => line.part === 'presenter') },
      { heading: 'Teachers', rows: rows.filter(({ line }) => line.part === 'teacher') },
    ].filter(({ rows: some }) => some.length > 0);
  });
  /** Those of whom nobody knows yet whether they came, once it is time to know. */
  protected readonly unknown = computed<readonly AttendanceLine[]>(() => {
    const shown = this.shown();
    if (!shown || !this.canCorrect() || shown.isDoorUsed) return [];
    // While a session with a door runs, people may still be scanned.
    if (shown.eventId !== null && !this.over()) return [];
    return shown.people.filter(({ isExpected, source }) => isExpected && source === null);
  });
  protected readonly unseen = computed(() => {
    const shown = this.shown();
    return shown ? listed(unseenPresenters(shown).map(({ name }) => name)) : '';
  });

  constructor() {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      this.now.set(Date.now());
      if (document.visibilityState === 'visible') this.attendance.reload();
    };
    effect(() => {
      const eventId = this.shown()?.eventId;
      if (eventId && this.mayPair()) this.feed.follow(eventId);
    });
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

  protected async open(): Promise<void> {
    if (await this.opening.send(() => this.api.openDoor(this.id()))) this.attendance.reload();
  }

  protected async deliver(): Promise<void> {
    if (!(await this.delivering.send(() => this.api.deliver(this.id())))) return;
    this.asked.set(false);
    this.attendance.reload();
  }

  /** Asks what is to be said of these people. */
  protected async correct(people: readonly AttendanceLine[]): Promise<void> {
    const session = this.shown();
    if (!session) return;
    const dialog = this.dialogs.open<CorrectionDialog, CorrectionQuestion, SessionAttendance>(
      CorrectionDialog,
      {
        data: { session, people },
        width: '34rem',
        restoreFocus: true,
      },
    );
    const corrected = await firstValueFrom(dialog.afterClosed());
    if (corrected) this.attendance.set(corrected);
  }

  /** Lets the door’s word count again. */
  protected async takeBack(line: AttendanceLine): Promise<void> {
    const done = await this.undoing.send(async () => {
      await this.api.takeBack(this.id(), line.personId);
      return true;
    });
    if (done) this.attendance.reload();
  }

  protected print(): void {
    print();
  }

  private is(fact: (shown: SessionAttendance) => boolean): boolean {
    const shown = this.shown();
    return shown !== null && fact(shown);
  }
}
