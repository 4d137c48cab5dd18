import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import type { Role } from '@lectern/identity';
import { AskFirst } from '../platform/ask-first';
import { Refusal } from '../platform/refusal';
import { AccessRequests } from './access-requests';
import { AccountPage } from './account-page';
import { OurSchoolPage } from './our-school-page';
import { PeopleApi } from './people-api';
import { aManagedAccount, anAccessRequest, aSchoolOfPerson } from './people.harness';
import { PeopleTab } from './people-tab';
import { SessionStore } from './session-store';

const page = <T>(...items: T[]) => ({ items, nextCursor: null as string | null });

interface Options {
  readonly roles?: readonly Role[];
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly yes?: boolean;
}

const shown = async <T>(
  component: Type<T>,
  api: Partial<Record<keyof PeopleApi, unknown>>,
  { roles = ['staff'], inputs = {}, yes = true }: Options = {},
) => {
  const account = { id: 'me', name: 'Me', email: 'me@x.example', roles, schoolUrn: '900001' };
  const ask = jest.fn(() => Promise.resolve(yes));
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: PeopleApi, useValue: api },
      { provide: SessionStore, useValue: { account: () => account } },
      { provide: AskFirst, useValue: { ask } },
    ],
  });
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const press = async (text: string | RegExp) => {
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    await fixture.whenStable();
  };
  return { ask, element: fixture.nativeElement as HTMLElement, fixture, press };
};

describe('the list of people', () => {
  it('shows who has an account, at which school, and what became of a closed one', async () => {
    const school = aSchoolOfPerson({ closed: true, nowName: 'Riverside Academy' });
    const accounts = jest.fn(() => Promise.resolve(page(aManagedAccount({ school }))));
    const { element } = await shown(PeopleTab, { accounts });
    expect(element.querySelector('tbody a')?.getAttribute('href')).toBe(`/people/${aManagedAccount().id}`);
    expect(element.querySelector('tbody')?.textContent).toContain('Closed, now Riverside Academy');
  });

  it('asks anew when it is narrowed, and says when nobody fits', async () => {
    const accounts = jest.fn(() => Promise.resolve(page(aManagedAccount())));
    const { element, fixture } = await shown(PeopleTab, { accounts });
    accounts.mockResolvedValue(page());
    const role = element.querySelector<HTMLSelectElement>('#role')!;
    role.value = 'mentor';
    role.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    expect(accounts).toHaveBeenLastCalledWith({ q: '', role: 'mentor', state: '', schoolUrn: '' }, null);
    expect(element.textContent).toContain('Nobody fits');
  });

  it('shows one school’s people when another page leads here', async () => {
    const accounts = jest.fn(() => Promise.resolve(page(aManagedAccount())));
    const { element } = await shown(PeopleTab, { accounts }, { inputs: { schoolUrn: '900001' } });
    expect(accounts).toHaveBeenCalledWith({ q: '', role: '', state: '', schoolUrn: '900001' }, null);
    expect(element.textContent).toContain('only the people of one school');
  });

  it('fetches more after what is there, once it is asked for', async () => {
    const accounts = jest
      .fn()
      .mockResolvedValueOnce({ items: [aManagedAccount()], nextCursor: 'next' })
      .mockResolvedValueOnce(page(aManagedAccount({ id: 'b', name: 'Sam Holt' })));
    const { element, press } = await shown(PeopleTab, { accounts });
    await press('Show more people');
    expect(accounts).toHaveBeenLastCalledWith(expect.anything(), 'next');
    expect([...element.querySelectorAll('tbody a')].map((link) => link.textContent)).toEqual([
      'Pat Lowe',
      'Sam Holt',
    ]);
  });
});

describe('one account', () => {
  it('gives roles and keeps the school that is not changed', async () => {
    const account = jest.fn(() => Promise.resolve(aManagedAccount()));
    const change = jest.fn(() => Promise.resolve(aManagedAccount({ roles: ['coordinator', 'teacher'] })));
    const { element, press } = await shown(AccountPage, { account, change }, { inputs: { id: 'x' } });
    const boxes = [...element.querySelectorAll<HTMLLabelElement>('.choice')];
    expect(boxes.map((box) => box.textContent.trim())).not.toContain('University staff');
    boxes
      .find((box) => box.textContent.includes('Teacher'))!
      .querySelector('input')!
      .click();
    await press('Save changes');
    expect(change).toHaveBeenCalledWith(aManagedAccount().id, { roles: ['coordinator', 'teacher'] });
    expect(element.querySelector('[role=status]')?.textContent).toBe('The roles are changed.');
  });

  it('is disabled only after a question', async () => {
    const account = jest.fn(() => Promise.resolve(aManagedAccount()));
    const disable = jest.fn(() =>
      Promise.resolve(aManagedAccount({ disabledAt: '2027-01-12T09:00:00.000Z' })),
    );
    const api = { account, disable };
    const no = await shown(AccountPage, api, { inputs: { id: 'x' }, yes: false });
    await no.press('Disable the account');
    expect(disable).not.toHaveBeenCalled();
    TestBed.resetTestingModule();
    const yes = await shown(AccountPage, api, { inputs: { id: 'x' } });
    await yes.press('Disable the account');
    expect(yes.element.textContent).toContain('Enable the account');
  });

  it('of university staff says who may change it', async () => {
    const account = jest.fn(() => Promise.resolve(aManagedAccount({ roles: ['staff'], mayChange: false })));
    const { element } = await shown(AccountPage, { account }, { inputs: { id: 'x' } });
    expect(element.textContent).toContain('Only an administrator changes the account of university staff.');
    expect(element.querySelector('form')).toBeNull();
  });
});

describe('the requests for access', () => {
  it('say what is known, and are approved with one press', async () => {
    const requests = jest.fn(() => Promise.resolve(page(anAccessRequest({ alike: 2 }))));
    const approve = jest.fn(() => Promise.resolve(anAccessRequest({ status: 'approved' })));
    const { element, press } = await shown(AccessRequests, { requests, approve });
    expect(element.textContent).toContain('2 other requests look like this one');
    requests.mockResolvedValue(page());
    await press(/^Approve/);
    expect(approve).toHaveBeenCalledWith(anAccessRequest().id);
    expect(element.querySelector('[role=status]')?.textContent).toBe(
      'Robin Vale gets a letter with an invitation.',
    );
    expect(element.textContent).toContain('No request is waiting');
  });

  it('say why one could not be approved', async () => {
    const requests = jest.fn(() => Promise.resolve(page(anAccessRequest())));
    const refuse = new Refusal(409, 'access-request-decided', 'Somebody has decided this already.');
    const { element, press } = await shown(AccessRequests, {
      requests,
      approve: () => Promise.reject(refuse),
    });
    await press(/^Approve/);
    expect(element.querySelector('[role=alert]')?.textContent).toContain(
      'Somebody has decided this already.',
    );
  });
});

describe('a coordinator’s own school', () => {
  const people = [
    {
      id: 'me',
      name: 'Me',
      email: 'me@x.example',
      roles: ['coordinator' as const],
      since: '2027-01-11T09:00:00.000Z',
    },
    {
      id: 'b',
      name: 'Alex Firth',
      email: 'a@x.example',
      roles: ['teacher' as const],
      since: '2027-01-11T09:00:00.000Z',
    },
  ];
  const invitations = [
    { id: 'i', email: 'new@x.example', role: 'teacher' as const, expiresAt: '2027-01-25T09:00:00.000Z' },
  ];
  const api = () => ({
    peopleOf: jest.fn(() => Promise.resolve({ school: aSchoolOfPerson(), people, invitations })),
    requests: jest.fn(() => Promise.resolve(page())),
    endAccess: jest.fn(() => Promise.resolve()),
    inviteColleague: jest.fn(() => Promise.resolve(invitations[0])),
  });
  const options: Options = { roles: ['coordinator'] };

  it('lists its people and who is invited, and ends nobody’s own access', async () => {
    const { element } = await shown(OurSchoolPage, api(), options);
    expect([...element.querySelectorAll('tbody th')].map((cell) => cell.textContent)).toEqual([
      'Me (you)',
      'Alex Firth',
    ]);
    expect(element.querySelectorAll('tbody button')).toHaveLength(1);
    expect(element.textContent).toContain('new@x.example');
  });

  it('ends a colleague’s access after a question', async () => {
    const calls = api();
    const { ask, element, press } = await shown(OurSchoolPage, calls, options);
    await press(/^End access/);
    expect(ask).toHaveBeenCalled();
    expect(calls.endAccess).toHaveBeenCalledWith('900001', 'b');
    expect(element.querySelector('[role=status]')?.textContent).toBe('Alex Firth no longer has access.');
  });

  it('asks for address and role before it invites a colleague', async () => {
    const calls = api();
    const { element, press } = await shown(OurSchoolPage, calls, options);
    await press('Invite colleague');
    const lines = [...element.querySelectorAll('[role=alert] li')].map((line) => line.textContent.trim());
    expect(lines).toEqual(['Enter your colleague’s e-mail address.', 'Choose what your colleague will do.']);
    const box = element.querySelector<HTMLInputElement>('#email')!;
    box.value = 'new@x.example';
    box.dispatchEvent(new Event('input'));
    element.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    await press('Invite colleague');
    expect(calls.inviteColleague).toHaveBeenCalledWith('900001', { email: 'new@x.example', role: 'teacher' });
    expect(element.querySelector('[role=status]')?.textContent).toBe(
      'An invitation is on its way to new@x.example.',
    );
  });
});
