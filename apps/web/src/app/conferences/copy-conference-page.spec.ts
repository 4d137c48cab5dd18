import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { TestBed } from '@angular/core/testing';
import { RouterTestingHarness } from '@angular/router/testing';
import { Refusal } from '../platform/refusal';
import { aConference } from './conference.builder';
import { ConferencesApi } from './conferences-api';
import { CopyConferencePage } from './copy-conference-page';

describe('holding a conference again', () => {
  const copy = jest.fn();
  let page: HTMLElement;
  let harness: RouterTestingHarness;

  beforeEach(async () => {
    copy.mockReset();
    jest.useFakeTimers({
      now: new Date('2027-04-01T10:00:00Z'),
      doNotFake: ['queueMicrotask', 'setTimeout'],
    });
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'staff/conferences/:id/copy', component: CopyConferencePage },
            { path: '**', children: [] },
          ],
          withComponentInputBinding(),
        ),
        {
          provide: ConferencesApi,
          useValue: { see: () => Promise.resolve(aConference({ title: 'Maths in motion 2027' })), copy },
        },
      ],
    });
    harness = await RouterTestingHarness.create('/staff/conferences/c1/copy');
    await harness.fixture.whenStable();
    page = harness.routeNativeElement!;
  });

  afterEach(() => jest.useRealTimers());

  const box = (id: string): HTMLInputElement => page.querySelector<HTMLInputElement>(`#${id}`)!;
  const send = async (): Promise<void> => {
    page.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await harness.fixture.whenStable();
  };

  it('suggests the same weekday about a year later, with the title moved on', () => {
    expect(box('title').value).toBe('Maths in motion 2028');
    expect([box('startsAt-date').value, box('startsAt-time').value]).toEqual(['2028-03-07', '09:30']);
    expect(page.textContent).toContain('Tuesday 7 March 2028, 9.30am to 3pm');
    expect(page.textContent).toContain('Friday 25 February 2028, 5pm');
  });

  it('moves the other dates as the start is typed', async () => {
    box('startsAt-date').value = '2028-07-04';
    box('startsAt-date').dispatchEvent(new Event('change'));
    await harness.fixture.whenStable();
    expect(page.textContent).toContain('Tuesday 4 July 2028, 9.30am to 3pm');
  });

  it('makes the draft with one press and goes to it', async () => {
    copy.mockResolvedValue(aConference({ id: 'new' }));
    await send();
    expect(copy).toHaveBeenCalledWith('c1', {
      title: 'Maths in motion 2028',
      startsAt: '2028-03-07T09:30:00Z',
    });
    expect(TestBed.inject(Router).url).toBe('/staff/conferences/new');
  });

  it('asks for a start that was taken away, and sends nothing', async () => {
    box('startsAt-date').value = '';
    box('startsAt-date').dispatchEvent(new Event('change'));
    await send();
    expect(copy).not.toHaveBeenCalled();
    expect(page.textContent).toContain('Enter the date and the time when the conference starts.');
  });

  it('puts the server’s refusal at its field', async () => {
    const error = {
      field: 'startsAt',
      code: 'too-far',
      message: 'The conference must start within the next five years.',
    };
    copy.mockRejectedValue(new Refusal(400, 'validation-failed', error.message, [error]));
    await send();
    expect(page.querySelector('#startsAt-wrong')?.textContent).toContain(error.message);
  });
});
