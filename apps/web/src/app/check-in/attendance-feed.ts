import { inject, Injectable, type OnDestroy, signal } from '@angular/core';
import type { Attendance } from '@lectern/check-in';
import { type Refusal, refusalOf } from '../platform/refusal';
import { CheckInApi } from './check-in-api';

const POLL = 5_000;
const TRY_STREAM_AGAIN = 30_000;

/** How fresh the figures are: streamed, asked for every few seconds, or cut off for now. */
export type FeedState = 'connecting' | 'live' | 'polling' | 'away';

/** How many have come, as it happens: from the stream, and by asking every five seconds where a stream cannot be had. */
@Injectable()
export class AttendanceFeed implements OnDestroy {
  private readonly api = inject(CheckInApi);
  private readonly current = signal<Attendance | null>(null);
  private readonly how = signal<FeedState>('connecting');
  private readonly failed = signal<Refusal | null>(null);
  readonly attendance = this.current.asReadonly();
  readonly state = this.how.asReadonly();
  readonly refusal = this.failed.asReadonly();

  private conferenceId = '';
  private stream: EventSource | null = null;
  private poll: ReturnType<typeof setTimeout> | undefined;
  private again: ReturnType<typeof setTimeout> | undefined;

  follow(conferenceId: string): void {
    if (conferenceId === this.conferenceId) return;
    this.stop();
    this.conferenceId = conferenceId;
    this.current.set(null);
    this.how.set('connecting');
    this.openStream();
  }

  ngOnDestroy(): void {
    this.stop();
  }

  private stop(): void {
    this.stream?.close();
    this.stream = null;
    clearTimeout(this.poll);
    clearTimeout(this.again);
  }

  private openStream(): void {
    if (typeof EventSource === 'undefined') {
      void this.ask();
      return;
    }
    const stream = new EventSource(this.api.streamAddress(this.conferenceId));
    this.stream = stream;
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      clearTimeout(this.poll);
      this.show(JSON.parse(data) as Attendance, 'live');
    };
    stream.onerror = () => {
      // Whether the browser tries again by itself or has given up: figures come by asking in the meantime.
      clearTimeout(this.poll);
      void this.ask();
      if (stream.readyState !== EventSource.CLOSED) return;
      clearTimeout(this.again);
      this.again = setTimeout(() => this.openStream(), TRY_STREAM_AGAIN);
    };
  }

  private async ask(): Promise<void> {
    const { conferenceId } = this;
    try {
      const attendance = await this.api.attendance(conferenceId);
      if (conferenceId === this.conferenceId) this.show(attendance, 'polling');
    } catch (error) {
      this.failed.set(refusalOf(error));
      this.how.set('away');
    }
    clearTimeout(this.poll);
    if (conferenceId === this.conferenceId) this.poll = setTimeout(() => void this.ask(), POLL);
  }

  private show(attendance: Attendance, how: FeedState): void {
    this.current.set(attendance);
    this.how.set(how);
    this.failed.set(null);
  }
}
