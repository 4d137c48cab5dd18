import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { VerdictScreen } from './verdict-screen';
import type { VerdictView } from './verdict-view';

const aView = (changes: Partial<VerdictView> = {}): VerdictView => ({
  scanId: 'a',
  tone: 'wait',
  title: 'Already in, 09:12, North door',
  person: 'Amira K.',
  school: 'St Bede’s High School',
  next: 'Check that the badge is their own.',
  flags: [],
  leaving: false,
  passing: false,
  mayOverride: false,
  mark: '',
  mayLetIn: false,
  ...changes,
});

describe('the verdict screen', () => {
  const open = async (view: VerdictView) => {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    const fixture = TestBed.createComponent(VerdictScreen);
    fixture.componentRef.setInput('view', view);
    document.body.append(fixture.nativeElement);
    const dismissed = jest.fn();
    const overridden = jest.fn();
    fixture.componentInstance.dismissed.subscribe(dismissed);
    fixture.componentInstance.overridden.subscribe(overridden);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const press = async (words: string) => {
      const button = [...host.querySelectorAll('button')].find((one) => one.textContent.includes(words));
      button!.click();
      await fixture.whenStable();
    };
    return { host, press, dismissed, overridden };
  };

  it('says the same by colour, shape and words', async () => {
    const { host } = await open(aView());
    expect(host.classList).toContain('wait');
    expect(host.querySelector('svg path')?.getAttribute('d')).toBe('M48 8l42 78H6z');
    expect(host.querySelector('h1')?.textContent.trim()).toBe('Already in, 09:12, North door');
    expect(host.textContent).toContain('Amira K.');
  });

  it('goes on with one press, one tap anywhere, or Escape', async () => {
    const { host, press, dismissed } = await open(aView());
    expect(document.activeElement?.textContent).toContain('Next person');
    await press('Next person');
    host.click();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(dismissed).toHaveBeenCalledTimes(3);
  });

  it('asks for no press when there is nothing to read', async () => {
    const { host } = await open(aView({ tone: 'go', title: 'Amira', passing: true }));
    expect(host.querySelector('button')).toBeNull();
  });

  it('asks a supervisor for the reason before letting in, and a tap beside it decides nothing', async () => {
    const { host, press, dismissed, overridden } = await open(aView({ mayOverride: true }));
    await press('Let in anyway');
    host.click();
    expect(dismissed).not.toHaveBeenCalled();
    await press('Staff confirmed the place');
    expect(overridden).toHaveBeenCalledWith('Staff confirmed the place');
  });

  it('offers a steward no override', async () => {
    const { host } = await open(aView());
    expect(host.textContent).not.toContain('Let in anyway');
  });
});
