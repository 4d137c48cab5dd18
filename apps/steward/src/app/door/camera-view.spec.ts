import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { CameraView } from './camera-view';

describe('the camera', () => {
  const open = async (getUserMedia?: () => Promise<MediaStream>) => {
    Object.defineProperty(navigator, 'mediaDevices', {
      configurable: true,
      value: getUserMedia && { getUserMedia },
    });
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    const fixture = TestBed.createComponent(CameraView);
    await fixture.whenStable();
    return fixture.componentInstance.state();
  };
  const failing = (name: string) => () => Promise.reject(Object.assign(new Error(name), { name }));

  it('is absent where the browser offers none', async () => {
    expect(await open()).toBe('absent');
    TestBed.resetTestingModule();
    expect(await open(failing('NotFoundError'))).toBe('absent');
  });

  it('tells a refused camera from one that another app holds', async () => {
    expect(await open(failing('NotAllowedError'))).toBe('denied');
    TestBed.resetTestingModule();
    expect(await open(failing('NotReadableError'))).toBe('busy');
  });
});
