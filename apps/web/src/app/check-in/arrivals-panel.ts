import { ChangeDetectionStrategy, Component, computed, effect, inject, input, output } from '@angular/core';
import { figure } from '@lectern/core';
import {
  ErrorState,
  FiveNumbers,
  type HeadNumber,
  LoadingState,
  London,
  StatusMark,
  type Tone,
} from '@lectern/ui';
import { ArrivalsChart } from './arrivals-chart';
import { AttendanceFeed, type FeedState } from './attendance-feed';

const MARKS: Readonly<Record<FeedState, { readonly tone: Tone; readonly words: string }>> = {
  connecting: { tone: 'wait', words: 'Connecting' },
  live: { tone: 'go', words: 'Live' },
  polling: { tone: 'wait', words: 'Reconnecting, figures every five seconds' },
  away: { tone: 'needs', words: 'Reconnecting, figures are old' },
};

/** People arriving, as it happens; the tab provides the feed, which its other panels go by too. */
@Component({
  selector: 'app-arrivals-panel',
  imports: [ArrivalsChart, ErrorState, FiveNumbers, LoadingState, London, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './arrivals-panel.html',
  styles: `
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.5rem;
      align-items: baseline;
      justify-content: space-between;
    }
    .head h2,
    .head p {
      margin-bottom: 0.75rem;
    }
    h3 {
      margin-top: 1.75rem;
    }
  `,
})
export class ArrivalsPanel {
  readonly conferenceId = input.required<string>();
  /** How many are on site, with each new figure. */
  readonly counted = output<number>();
  protected readonly feed = inject(AttendanceFeed);
  protected readonly mark = computed(() => MARKS[this.feed.state()]);
  protected readonly numbers = computed<readonly HeadNumber[]>(() => {
    const now = this.feed.attendance();
    if (!now) return [];
    return [
      { label: 'Expected', value: now.registered },
      { label: 'Came in', value: now.admitted },
      { label: 'On site', value: now.onSite },
      { label: 'Left', value: now.left },
      { label: 'Not here yet', value: now.neverCame },
    ];
  });

  /** The main door and wherever somebody was scanned; a programme has many rooms that nobody has come to yet. */
  protected readonly checkpoints = computed(() => {
    const all = this.feed.attendance()?.byCheckpoint ?? [];
    const shown = all.filter(({ admitted, onSite }, place) => place === 0 || admitted > 0 || onSite > 0);
    const rest = all.length - shown.length;
    const words = `${figure(rest, 'more checkpoint')} ${rest === 1 ? 'has' : 'have'} seen nobody yet.`;
    return { shown, quiet: rest > 0 ? words : '' };
  });

  constructor() {
    effect(() => this.feed.follow(this.conferenceId()));
    effect(() => {
      const now = this.feed.attendance();
      if (now) this.counted.emit(now.onSite);
    });
  }
}
