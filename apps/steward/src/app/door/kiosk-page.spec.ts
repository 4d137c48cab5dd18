import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { aDoor, alreadyIn, anEntry, aPhoneWith, FakeApi, SHORT_CODE } from '../../testing/door';
import { DeviceStore } from '../device/device-store';
import { DoorSync } from '../roster/door-sync';
import { CameraView } from './camera-view';
import { KIOSK_VERDICT_MS, KioskPage, LEAVE_ASKED_MS, LEAVE_HOLD_MS } from './kiosk-page';
import { kioskWords } from './kiosk-words.rules';

@Component({ selector: 'lectern-camera-view', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
class StubCamera {
  readonly front = input(false);
  readonly read = output<string>();
  readonly state = signal('running');
}

describe('a tablet that people hold their own badges to', () => {
  let api: FakeApi;
  let fixture: ComponentFixture<KioskPage>;
  const host = () => fixture.nativeElement as HTMLElement;
  const title = () => host().querySelector('.verdict .title')?.textContent ?? null;
  const pass = async (ms: number) => {
    await jest.advanceTimersByTimeAsync(ms);
    TestBed.tick();
  };
  const see = async (text: string) => {
    const camera = fixture.debugElement.query((one) => one.name === 'lectern-camera-view');
    (camera.componentInstance as StubCamera).read.emit(text);
    await pass(0);
  };
  const corner = (event: string) => host().querySelector('.corner')!.dispatchEvent(new Event(event));

  beforeEach(async () => {
    jest.useFakeTimers();
    api = new FakeApi();
    const storage = await aPhoneWith([anEntry()]);
    TestBed.configureTestingModule({ providers: aDoor(api, storage) });
    TestBed.overrideComponent(KioskPage, {
      remove: { imports: [CameraView] },
      add: { imports: [StubCamera] },
    });
    await TestBed.inject(DeviceStore).load();
    await TestBed.inject(DoorSync).load();
    TestBed.inject(DeviceStore).choose({ kiosk: true });
    fixture = TestBed.createComponent(KioskPage);
    await pass(0);
  });
  afterEach(() => jest.useRealTimers());

  it('welcomes by the first name, and is itself again after four seconds', async () => {
    expect(host().textContent).toContain('Hold your badge here');
    await see(SHORT_CODE);
    expect(title()).toBe('Welcome, Amira');
    await pass(KIOSK_VERDICT_MS);
    expect(title()).toBeNull();
  });

  it('sends whoever is in already to a steward, and offers no menu', async () => {
    api.answer = (scan) => alreadyIn(scan.id);
    await see(SHORT_CODE);
    expect(title()).toBe('This badge came in at 09:12');
    expect(host().querySelectorAll('button')).toHaveLength(1);
  });

  it('is left by holding the corner and saying so, not by a tap', async () => {
    corner('pointerdown');
    await pass(500);
    corner('pointerup');
    await pass(LEAVE_HOLD_MS);
    expect(host().querySelector('.leave')).toBeNull();
    corner('pointerdown');
    await pass(LEAVE_HOLD_MS);
    [...host().querySelectorAll('button')].find((one) => one.textContent.includes('Leave it'))!.click();
    expect(TestBed.inject(DeviceStore).settings().kiosk).toBe(false);
  });

  it('asks with “Stay” in focus, and when nobody answers goes back to scanning', async () => {
    document.body.append(host());
    corner('pointerdown');
    await pass(LEAVE_HOLD_MS);
    expect(document.activeElement?.textContent).toBe('Stay');
    await pass(LEAVE_ASKED_MS);
    expect(host().querySelector('.leave')).toBeNull();
    expect(document.activeElement?.className).toBe('corner');
    await see(SHORT_CODE);
    expect(title()).toBe('Welcome, Amira');
  });

  it('tells nobody in the queue why a badge is refused', () => {
    const shown = { scanId: 'a', presented: { code: 'L1' }, direction: 'in' } as const;
    const result = { ...alreadyIn('a'), outcome: 'refused', reason: 'cancelled' } as const;
    expect(kioskWords({ ...shown, kind: 'answered', isOwn: false, result })).toMatchObject({
      tone: 'stop',
      title: 'Ask a steward',
    });
    expect(
      kioskWords({
        ...shown,
        kind: 'answered',
        isOwn: false,
        result: { ...result, rightPlace: 'Bridges, Lab 2' },
      }),
    ).toMatchObject({ next: 'Go to Bridges, Lab 2.' });
  });
});
