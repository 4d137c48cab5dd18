import { TestBed } from '@angular/core/testing';
import type { Attendance } from '@lectern/check-in';
import { Refusal } from '../platform/refusal';
import { AttendanceFeed } from './attendance-feed';
import { CheckInApi } from './check-in-api';

const attendance = (admitted: number): Attendance => ({
  registered: 30,
  admitted,
  onSite: admitted,
  left: 0,
  neverCame: 30 - admitted,
  byCheckpoint: [],
  bySchool: [],
  arrivals: [],
  refused: 0,
  conflicts: 0,
  at: '2027-03-09T09:00:00.000Z',
});

class Stream {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  close = jest.fn();
  constructor(readonly address: string) {
    Stream.opened.push(this);
  }
  say(admitted: number): void {
    this.onmessage?.({ data: JSON.stringify(attendance(admitted)) });
  }
  fail(readyState: number): void {
    this.readyState = readyState;
    this.onerror?.();
  }
}

const follow = (ask: () => Promise<Attendance> = () => Promise.resolve(attendance(7))) => {
  Stream.opened = [];
  Object.assign(globalThis, { EventSource: Stream });
  const asked = jest.fn(ask);
  TestBed.configureTestingModule({
    providers: [
      AttendanceFeed,
      {
        provide: CheckInApi,
        useValue: { attendance: asked, streamAddress: (id: string) => `/stream/${id}` },
      },
    ],
  });
  const feed = TestBed.inject(AttendanceFeed);
  feed.follow('c1');
  return { asked, feed, stream: () => Stream.opened.at(-1)! };
};

describe('the live attendance', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is live from the first figure of the stream', () => {
    const { feed, stream } = follow();
    expect(feed.state()).toBe('connecting');
    stream().say(5);
    expect([feed.state(), feed.attendance()?.admitted]).toEqual(['live', 5]);
  });

  it('asks every five seconds while the stream is cut, and is live again when it is back', async () => {
    const { asked, feed, stream } = follow();
    stream().say(5);
    stream().fail(0);
    await jest.advanceTimersByTimeAsync(5_000);
    expect(asked).toHaveBeenCalledTimes(2);
    expect([feed.state(), feed.attendance()?.admitted]).toEqual(['polling', 7]);
    stream().say(9);
    await jest.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveBeenCalledTimes(2);
    expect([feed.state(), feed.attendance()?.admitted]).toEqual(['live', 9]);
  });

  it('keeps the last figures and says that they are old when nothing answers', async () => {
    const { feed, stream } = follow(() =>
      Promise.reject(new Refusal(0, 'offline', 'Lectern cannot be reached.')),
    );
    stream().say(5);
    stream().fail(0);
    await jest.advanceTimersByTimeAsync(0);
    expect([feed.state(), feed.attendance()?.admitted]).toEqual(['away', 5]);
    expect(feed.refusal()?.words).toBe('Lectern cannot be reached.');
  });

  it('opens the stream anew when the browser has given it up', async () => {
    const { stream } = follow();
    stream().fail(Stream.CLOSED);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(Stream.opened).toHaveLength(2);
  });

  it('lets go of the stream with its page', () => {
    const { stream } = follow();
    TestBed.resetTestingModule();
    expect(stream().close).toHaveBeenCalled();
  });
});
