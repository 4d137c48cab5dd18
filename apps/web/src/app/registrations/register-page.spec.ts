import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Group } from '@lectern/registrations';
import { ConferencesApi } from '../conferences/conferences-api';
import { SessionStore } from '../identity/session-store';
import { Refusal } from '../platform/refusal';
import { aConference, aGroup } from './a-group.harness';
import { GroupsApi } from './groups-api';
import { RegisterPage } from './register-page';
import { RegisteredPage } from './registered-page';

const HERE = '/conferences/proof-day-2027/register';

describe('registering a group', () => {
  const register = jest.fn();
  const live = jest.fn();
  const see = jest.fn();
  let harness: RouterTestingHarness;
  let page: HTMLElement;

  beforeEach(async () => {
    [register, live, see].forEach((call) => call.mockReset());
    live.mockResolvedValue(undefined);
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'conferences/:slug/register', component: RegisterPage },
            { path: 'groups/:id/registered', component: RegisteredPage },
          ],
          withComponentInputBinding(),
        ),
        {
          provide: SessionStore,
          useValue: {
            account: signal({ name: 'Pat Lowe', schoolUrn: '900001', roles: ['coordinator'] }),
            isStaff: signal(false),
          },
        },
        { provide: GroupsApi, useValue: { register, live, see } },
      ],
    });
  });

  const open = async (conference = aConference()): Promise<void> => {
    TestBed.overrideProvider(ConferencesApi, { useValue: { see: () => Promise.resolve(conference) } });
    harness = await RouterTestingHarness.create(HERE);
    await harness.fixture.whenStable();
    page = harness.routeNativeElement!;
  };
  const settle = async (): Promise<void> => {
    await harness.fixture.whenStable();
    page = harness.routeNativeElement!;
  };
  const type = (id: string, value: string): void => {
    const box = page.querySelector<HTMLInputElement>(`#${id}`)!;
    box.value = value;
    box.dispatchEvent(new Event('input'));
  };
  const go = async (): Promise<void> => {
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settle();
  };
  const heading = (): string => page.querySelector('h1')!.textContent.trim();
  const progress = (): string => page.querySelector('.progress')!.textContent;
  const answerAll = async (): Promise<void> => {
    type('pupilsWanted', '30');
    await go();
    await go();
    type('visitLeader-phone', '07700 900123');
    await go();
    await go();
  };

  it('asks one question a screen and says how far one is', async () => {
    await open();
    expect(heading()).toBe('How many pupils?');
    expect(progress()).toContain('1 of 5');
    type('pupilsWanted', '30');
    await go();
    expect(heading()).toBe('How many adults come with them?');
    expect(progress()).toContain('2 of 5');
  });

  it('stays on the screen and lists what is wrong with it', async () => {
    await open();
    await go();
    expect(heading()).toBe('How many pupils?');
    expect(page.querySelector('lectern-error-summary')!.textContent).toContain('There is a problem');
    expect(page.querySelector('#pupilsWanted-wrong')!.textContent).toContain('Enter the number of pupils');
  });

  it('begins with as many adults as advised, and warns of fewer without refusing them', async () => {
    await open();
    type('pupilsWanted', '30');
    await go();
    expect(page.querySelector<HTMLInputElement>('#adults')!.value).toBe('2');
    expect(page.querySelector('#supervisionReason')).toBeNull();
    type('adults', '1');
    await settle();
    expect(page.textContent).toContain('That is one adult fewer than we advise.');
    type('supervisionReason', 'A third colleague comes at noon');
    await go();
    expect(heading()).toBe('Who leads the visit?');
  });

  it('keeps the answers when one goes back', async () => {
    await open();
    type('pupilsWanted', '30');
    await go();
    Array.from(page.querySelectorAll('button'))
      .find((button) => button.textContent.includes('Back'))!
      .click();
    await settle();
    expect(heading()).toBe('How many pupils?');
    expect(page.querySelector<HTMLInputElement>('#pupilsWanted')!.value).toBe('30');
  });

  it('shows the first question that is not answered, whatever the address asks for', async () => {
    await open();
    await harness.navigateByUrl(`${HERE}?step=check`);
    await settle();
    expect(heading()).toBe('How many pupils?');
  });

  it('comes straight back to the answers after one of them is changed', async () => {
    await open();
    await answerAll();
    expect(heading()).toBe('Check your answers');
    page.querySelector<HTMLButtonElement>('app-check-answers button')!.click();
    await settle();
    type('pupilsWanted', '28');
    await go();
    expect(heading()).toBe('Check your answers');
    expect(page.textContent).toContain('28 pupils');
  });

  it.each<[string, Partial<Group>, string]>([
    ['confirmed', {}, 'You have 30 places'],
    ['partly confirmed', { places: 20, position: 1 }, 'You have 20 places of 30'],
    ['waiting', { status: 'waiting', places: 0, position: 3 }, 'Your group is on the waiting list'],
    ['still to be decided', { status: 'pending', places: 0 }, 'Your group is registered'],
  ])('ends on a page that says what came of it: %s', async (_name, group, outcome) => {
    register.mockResolvedValue(aGroup(group));
    see.mockResolvedValue(aGroup(group));
    await open();
    await answerAll();
    await go();
    expect(register).toHaveBeenCalledWith(aConference().id, {
      pupilsWanted: 30,
      pupilsMinimum: 30,
      adults: 2,
      visitLeader: { name: 'Pat Lowe', phone: '07700 900123' },
    });
    expect(heading()).toBe(outcome);
    expect(page.textContent).toContain('What happens next');
  });

  it('leads an error of the server to the screen where it can be mended', async () => {
    const error = { field: 'visitLeader.phone', code: 'wrong', message: 'Enter a telephone number.' };
    register.mockRejectedValue(new Refusal(400, 'validation-failed', 'Wrong', [error]));
    await open();
    await answerAll();
    await go();
    expect(heading()).toBe('Who leads the visit?');
    expect(page.querySelector('#visitLeader-phone-wrong')!.textContent).toContain(error.message);
  });

  it('asks for fewer pupils when the school would pass its cap', async () => {
    const words = 'One school may bring 20 pupils to this conference.';
    register.mockRejectedValue(new Refusal(409, 'school-cap-reached', words));
    await open();
    await answerAll();
    await go();
    expect(heading()).toBe('How many pupils?');
    expect(page.querySelector('#pupilsMinimum-wrong')!.textContent).toContain(words);
  });

  it('leads to the group that the school has already, found before or after sending', async () => {
    register.mockRejectedValue(new Refusal(409, 'already-registered', 'Your school has a group.'));
    await open();
    await answerAll();
    live.mockResolvedValue(aGroup());
    await go();
    expect(heading()).toBe('Your school has a group already');
    expect(page.querySelector('a')!.getAttribute('href')).toBe(`/groups/${aGroup().id}`);
  });

  it('asks nothing when registration is not open', async () => {
    await open(aConference({ status: 'registration-closed' }));
    expect(heading()).toBe('Registration is not open');
    expect(page.querySelector('form')).toBeNull();
  });
});
