import { TestBed } from '@angular/core/testing';
import { SchemeChoice } from './scheme';

const root = document.documentElement;

describe('light or dark', () => {
  beforeEach(() => localStorage.clear());

  it('is as the system has it until somebody chooses', () => {
    TestBed.inject(SchemeChoice);
    TestBed.tick();
    expect(root.dataset['scheme']).toBeUndefined();
  });

  it('stays as chosen on this device', () => {
    TestBed.inject(SchemeChoice).choose('dark');
    TestBed.tick();
    expect(root.dataset['scheme']).toBe('dark');
    TestBed.resetTestingModule();
    expect(TestBed.inject(SchemeChoice).scheme()).toBe('dark');
  });

  it('goes back to the system', () => {
    const choice = TestBed.inject(SchemeChoice);
    choice.choose('light');
    choice.choose('system');
    TestBed.tick();
    expect(root.dataset['scheme']).toBeUndefined();
  });
});
