import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { MISSING_PROCEDURE, procedureText, readProcedure } from '@lectern/check-in';
import { DeskApi } from './desk-api';
import { ProcedurePage } from './procedure-page';

describe('the page of what is done when a pupil is missing', () => {
  const shown = async () => {
    const standard = {
      text: procedureText(MISSING_PROCEDURE),
      steps: MISSING_PROCEDURE,
      version: 0,
      changedAt: null,
      changedBy: null,
    };
    const changeProcedure = jest.fn(({ text, version }: { text: string; version: number }) =>
      Promise.resolve({
        text,
        steps: readProcedure(text).steps,
        version: version + 1,
        changedAt: '2027-03-09T11:00:00.000Z',
        changedBy: 'Pat Lowe',
      }),
    );
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        {
          provide: DeskApi,
          useValue: { missingProcedure: () => Promise.resolve(standard), changeProcedure },
        },
      ],
    });
    const fixture = TestBed.createComponent(ProcedurePage);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const area = () => page.querySelector('textarea')!;
    const write = async (text: string): Promise<void> => {
      area().value = text;
      area().dispatchEvent(new Event('input'));
      await fixture.whenStable();
    };
    const save = async (): Promise<void> => {
      page.querySelector('form')!.dispatchEvent(new Event('submit'));
      await fixture.whenStable();
    };
    const standardAgain = async (): Promise<void> => {
      page.querySelector<HTMLButtonElement>('button[type=button]')!.click();
      await fixture.whenStable();
    };
    const steps = () => [...page.querySelectorAll('li strong')].map((title) => title.textContent);
    return { page, area, write, save, steps, changeProcedure, standardAgain };
  };

  it('begins with the standard steps, and shows how what is written will be followed', async () => {
    const { area, write, steps, page } = await shown();
    expect(area().value).toContain('After 20 minutes:\nRing 999.');
    expect(steps()).toEqual(MISSING_PROCEDURE.map(({ title }) => title));
    expect(page.textContent).toContain('Nobody has changed them.');
    await write('Ring the duty manager. 01695 575171.\nAfter 10 minutes:\nRing 999.');
    expect(steps()).toEqual(['Ring the duty manager', 'Ring 999']);
  });

  it('saves them once they can be followed, each time after the version before', async () => {
    const { write, save, page, changeProcedure } = await shown();
    await write('At once:');
    await save();
    expect(changeProcedure).not.toHaveBeenCalled();
    expect(page.querySelector('lectern-error-summary')?.textContent).toContain('Write at least one step.');
    await write('Ring 999.');
    await save();
    expect(page.textContent).toContain('by Pat Lowe');
    expect(page.querySelector('[role=status]')?.textContent).toContain('Saved.');
    await save();
    expect(changeProcedure.mock.calls.map(([{ version }]) => version)).toEqual([0, 1]);
  });

  it('puts the standard steps back in, to be saved as any others', async () => {
    const { write, area, standardAgain, changeProcedure } = await shown();
    await write('Ring 999.');
    await standardAgain();
    expect(area().value).toBe(procedureText(MISSING_PROCEDURE));
    expect(changeProcedure).not.toHaveBeenCalled();
  });
});
