import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter, Router } from '@angular/router';
import type { Attendance, Roll } from '@lectern/check-in';
import { AttendanceFeed } from './attendance-feed';
import { DeskApi } from './desk-api';
import { RollPage } from './roll-page';
import { aMissingPupil } from './missing.builder';
import { aRoll } from './roll.builder';

const shown = async (roll: Roll = aRoll()) => {
  const attendance = signal<Attendance | null>(null);
  const asked = jest.fn(() => Promise.resolve(roll));
  const reportMissing = jest.fn(() => Promise.resolve(aMissingPupil()));
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
      { provide: DeskApi, useValue: { roll: asked, missing: () => Promise.resolve([]), reportMissing } },
    ],
  });
  TestBed.overrideComponent(RollPage, {
    set: { providers: [{ provide: AttendanceFeed, useValue: { attendance, follow: jest.fn() } }] },
  });
  const fixture = TestBed.createComponent(RollPage);
  fixture.componentRef.setInput('id', 'c1');
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const put = async (box: string, value: string): Promise<void> => {
    const element = page.querySelector<HTMLInputElement | HTMLSelectElement>(box)!;
    element.value = value;
    element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input'));
    await fixture.whenStable();
  };
  const headings = () => [...page.querySelectorAll('section h2')].map((h) => h.textContent.trim());
  const people = () => [...page.querySelectorAll('section li .who strong')].map((name) => name.textContent);
  return { fixture, page, put, headings, people, attendance, asked, reportMissing };
};

describe('the page of who is here', () => {
  afterEach(() => jest.useRealTimers());

  it('has the numbers on top, then everybody by school', async () => {
    const { page, headings, people } = await shown();
    const numbers = [...page.querySelectorAll('lectern-five-numbers .value')].map((n) => n.textContent);
    expect(numbers).toEqual(['3', '1', '1', '5']);
    expect(page.querySelector('lectern-page-header')?.textContent).toContain('Maths in motion, as of 11:00');
    expect(headings()).toEqual(['Alder Academy 2 here', 'Zeal High 1 here, 1 left, 1 never came']);
    expect(people()).toHaveLength(5);
  });

  it('switches to rooms, and takes the plain list with it', async () => {
    const { page, put, headings } = await shown();
    await put('#by', 'room');
    expect(headings()[0]).toBe('Lab 2 1 here');
    expect(page.querySelector('a[target=_blank]')?.getAttribute('href')).toBe(
      '/api/conferences/c1/roll.html?by=room',
    );
  });

  it('narrows by state and name, and says how many are left', async () => {
    const { page, put, people } = await shown();
    await put('#state', 'here');
    await put('#find', 'oak');
    expect(people()).toEqual(['Wren Oakley']);
    expect(page.querySelector('[role=status]')?.textContent).toBe('1 of 5 people');
    await put('#find', 'nobody');
    expect(page.textContent).toContain('Nobody fits');
  });

  it('calls the roll again when somebody came or went, once for a whole party', async () => {
    const { fixture, attendance, asked } = await shown();
    jest.useFakeTimers();
    for (let came = 0; came < 5; came++) {
      attendance.set({ admitted: came } as Attendance);
      TestBed.tick();
      jest.advanceTimersByTime(500);
    }
    expect(asked).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(2_000);
    TestBed.tick();
    jest.useRealTimers();
    await fixture.whenStable();
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('opens the record of a missing pupil with what the doors know, and goes there', async () => {
    const { fixture, page, put, reportMissing } = await shown();
    const going = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await put('#find', 'oakley');
    page.querySelector<HTMLButtonElement>('section li .acts button')!.click();
    await fixture.whenStable();
    const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
    expect(document.querySelector('mat-dialog-container h2')?.textContent).toContain(
      'Is Wren Oakley missing?',
    );
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Open the record' }))).click();
    await fixture.whenStable();
    expect(reportMissing).toHaveBeenCalledWith('c1', {
      ticketId: 'wren',
      lastSeen: 'Let into Lab 2 at 10:02.',
    });
    expect(going).toHaveBeenCalledWith(['/staff/conferences', 'c1', 'missing', 'm1']);
  });

  it('says what will be here while nobody has a ticket', async () => {
    const { page } = await shown(aRoll({ registered: 0, here: 0, left: 0, neverCame: 0, schools: [] }));
    expect(page.textContent).toContain('Nobody has a ticket yet');
  });
});
