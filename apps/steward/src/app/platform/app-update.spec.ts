import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SwUpdate } from '@angular/service-worker';
import { Subject } from 'rxjs';
import { aDoor, FakeApi } from '../../testing/door';
import { AppUpdate, IDLE_BEFORE_UPDATE_MS } from './app-update';
import { MemoryStorage } from './door-storage';

class DiskStorage extends MemoryStorage {
  override readonly durable = true;
}

describe('a new version of the app', () => {
  const begin = (storage = new DiskStorage()) => {
    const versionUpdates = new Subject<{ type: string }>();
    const checkForUpdate = jest.fn(() => Promise.resolve(false));
    const updates = { isEnabled: true, versionUpdates, checkForUpdate };
    TestBed.configureTestingModule({
      providers: [...aDoor(new FakeApi(), storage), { provide: SwUpdate, useValue: updates }],
    });
    const update = TestBed.inject(AppUpdate);
    const reload = jest.fn();
    update.reload = reload;
    const idle = signal(true);
    TestBed.runInInjectionContext(() => update.renewWhen(idle));
    TestBed.tick();
    const found = () => {
      versionUpdates.next({ type: 'VERSION_READY' });
      TestBed.tick();
    };
    const becomes = (is: boolean) => {
      idle.set(is);
      TestBed.tick();
    };
    return { update, reload, idle, found, becomes, checkForUpdate };
  };

  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is taken once the door has been idle for a while', () => {
    const { reload, found } = begin();
    jest.advanceTimersByTime(2 * IDLE_BEFORE_UPDATE_MS);
    expect(reload).not.toHaveBeenCalled();
    found();
    jest.advanceTimersByTime(IDLE_BEFORE_UPDATE_MS - 1);
    expect(reload).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('waits while something is on the screen, and the whole while again after that', () => {
    const { reload, found, becomes } = begin();
    becomes(false);
    found();
    jest.advanceTimersByTime(10 * IDLE_BEFORE_UPDATE_MS);
    becomes(true);
    jest.advanceTimersByTime(IDLE_BEFORE_UPDATE_MS - 1);
    becomes(false);
    becomes(true);
    jest.advanceTimersByTime(IDLE_BEFORE_UPDATE_MS - 1);
    expect(reload).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('waits for a badge that is still in view, which a fresh page would scan a second time', () => {
    const { update, reload, found } = begin();
    found();
    for (let look = 0; look < 20; look++) {
      jest.advanceTimersByTime(IDLE_BEFORE_UPDATE_MS / 2);
      update.stir();
    }
    expect(reload).not.toHaveBeenCalled();
    jest.advanceTimersByTime(IDLE_BEFORE_UPDATE_MS);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is not taken when a scan began in the very moment, before the page knew', () => {
    const { reload, found, idle } = begin();
    found();
    jest.advanceTimersByTime(IDLE_BEFORE_UPDATE_MS - 1);
    idle.set(false);
    jest.advanceTimersByTime(1);
    expect(reload).not.toHaveBeenCalled();
  });

  it('is not taken on a phone that keeps nothing: what waits to be sent would be lost', () => {
    const { reload, found } = begin(new MemoryStorage() as DiskStorage);
    found();
    jest.advanceTimersByTime(10 * IDLE_BEFORE_UPDATE_MS);
    expect(reload).not.toHaveBeenCalled();
  });

  it('is looked for every ten minutes', () => {
    const { checkForUpdate } = begin();
    jest.advanceTimersByTime(30 * 60_000);
    expect(checkForUpdate).toHaveBeenCalledTimes(3);
  });
});
