import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import {
  anEntry,
  aDoor,
  aPhoneWith,
  admitted,
  alreadyIn,
  aState,
  FakeApi,
  SHORT_CODE,
} from '../../testing/door';
import { DeviceStore, type StewardDevice } from '../device/device-store';
import { NoConnection } from '../platform/steward-api';
import { DoorSync } from '../roster/door-sync';
import { CameraView } from './camera-view';
import { DoorPage, PASSING_VERDICT_MS, VERDICT_AT_LEAST_MS } from './door-page';

/** A camera that sees what the test holds in front of it. */
@Component({ selector: 'lectern-camera-view', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class StubCamera {
  readonly torch = input(false);
  readonly front = input(false);
  readonly read = output<string>();
  readonly state = signal('running');
  readonly hasTorch = signal(false);
  start = jest.fn();
}

const BEN = '0000-0000';

describe('the door', () => {
  let api: FakeApi;
  let fixture: ComponentFixture<DoorPage>;
  const host = () => fixture.nativeElement as HTMLElement;
  const verdict = () => host().querySelector('lectern-verdict-screen h1')?.textContent.trim() ?? null;
  const said = () => host().querySelector('[role=alert]')?.textContent;

  const open = async (changes: Partial<StewardDevice> = {}) => {
    api = new FakeApi();
    api.state = () => aState({ role: changes.role ?? 'steward' });
    const storage = await aPhoneWith([anEntry()], [], changes);
    TestBed.configureTestingModule({ providers: aDoor(api, storage) });
    TestBed.overrideComponent(DoorPage, {
      remove: { imports: [CameraView] },
      add: { imports: [StubCamera] },
    });
    await TestBed.inject(DeviceStore).load();
    await TestBed.inject(DoorSync).load();
    fixture = TestBed.createComponent(DoorPage);
    await pass(0);
  };
  const pass = async (ms: number) => {
    await jest.advanceTimersByTimeAsync(ms);
    TestBed.tick();
  };
  const see = async (text: string) => {
    const camera = fixture.debugElement.query((one) => one.name === 'lectern-camera-view');
    (camera.componentInstance as StubCamera).read.emit(text);
    await pass(0);
  };
  const press = async (words: string) => {
    [...host().querySelectorAll('button')].find((one) => one.textContent.includes(words))!.click();
    await pass(0);
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('tells a verdict to eyes and ears, and a welcome goes by itself', async () => {
    await open();
    await see(SHORT_CODE);
    expect([verdict(), said()]).toEqual(['Amira', 'Amira. Amira K. St Bede’s High School. May go in']);
    await pass(PASSING_VERDICT_MS);
    expect([verdict(), said()]).toEqual([null, '']);
  });

  it('sends a badge that stays in view once', async () => {
    await open();
    for (let look = 0; look < 40; look++) {
      await see(SHORT_CODE);
      await pass(100);
    }
    expect(api.sentIds()).toHaveLength(1);
  });

  it('holds a verdict for 1.2 seconds before the next badge may replace it', async () => {
    await open();
    api.answer = (scan) => alreadyIn(scan.id);
    await see(SHORT_CODE);
    await see(BEN);
    expect(api.sentIds()).toHaveLength(1);
    await pass(VERDICT_AT_LEAST_MS);
    await see(BEN);
    expect(api.sentIds()).toHaveLength(2);
  });

  it('keeps an amber verdict until somebody goes on', async () => {
    await open();
    api.answer = (scan) => alreadyIn(scan.id);
    await see(SHORT_CODE);
    await pass(60_000);
    expect(verdict()).toBe('Already in, 09:12, North door');
    await press('Next person');
    expect(verdict()).toBeNull();
  });

  it('says plainly that there is no connection, and how many scans wait', async () => {
    await open();
    api.failure = new NoConnection();
    await see(SHORT_CODE);
    expect(verdict()).toBe('Amira');
    expect(said()).toContain('Not sent yet');
    await pass(PASSING_VERDICT_MS);
    expect(host().querySelector('.strip')?.textContent).toBe('Working offline, 1 scan to send');
  });

  it('decides by itself after 1.2 seconds when the server is slow', async () => {
    await open();
    api.sendScans = () => new Promise(() => undefined);
    await see(SHORT_CODE);
    expect(verdict()).toBeNull();
    await pass(1_200);
    expect([verdict(), host().querySelector('.mark')?.textContent]).toEqual(['Amira', 'Not sent yet']);
  });

  it('acceptance 11, 18: a supervisor lets a repeat in with a reason, as a scan of its own', async () => {
    await open({ role: 'supervisor' });
    api.answer = (scan) => (scan.override ? admitted(scan.id) : alreadyIn(scan.id));
    await see(SHORT_CODE);
    await press('Let in anyway');
    await press('Went out without being scanned');
    expect(verdict()).toBe('Amira');
    expect(api.batches.flat()).toMatchObject([
      {},
      { override: { reason: 'Went out without being scanned' } },
    ]);
    expect(new Set(api.sentIds()).size).toBe(2);
  });

  it('counts a person at once', async () => {
    await open();
    expect(host().querySelector('.figure')?.textContent).toContain('41');
    await see(SHORT_CODE);
    expect(host().querySelector('.figure')?.textContent).toContain('42');
  });

  it('acceptance 23: the way out is one choice away and shown on the door', async () => {
    await open();
    await press('More');
    const leaving = [...host().querySelectorAll('label')].find((one) => one.textContent.includes('Leaving'))!;
    leaving.querySelector('input')!.click();
    await press('Back to the camera');
    expect(host().querySelector('.where')?.textContent).toContain('Leaving');
    api.answer = (scan) => ({ ...admitted(scan.id), outcome: 'left' });
    await see(SHORT_CODE);
    expect(said()).toContain('Has left');
    expect(api.batches.flat()).toMatchObject([{ direction: 'out' }]);
  });

  it('takes nothing from the camera while a panel is open', async () => {
    await open();
    await press('Search');
    await see(SHORT_CODE);
    expect(api.sentIds()).toEqual([]);
  });
});
