import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatAutocompleteHarness } from '@angular/material/autocomplete/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import type { School } from '@lectern/schools';
import { Refusal } from '../platform/refusal';
import { SchoolsApi } from '../schools/schools-api';
import { AskForAccessPage } from './ask-for-access-page';
import { ConfirmAddressPage } from './confirm-address-page';
import { PeopleApi } from './people-api';

const school: School = {
  urn: '900001',
  name: 'Harrowmere High School',
  town: 'Ormsby Vale',
  postcode: 'ZZ1 1AA',
  status: 'open',
};

const shown = async (api: Partial<Record<'ask' | 'confirm', unknown>>) => {
  const search = () => Promise.resolve({ items: [school], nextCursor: null });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: PeopleApi, useValue: api },
      { provide: SchoolsApi, useValue: { search } },
    ],
  });
};

const ofAsking = async (ask: jest.Mock) => {
  await shown({ ask });
  const fixture = TestBed.createComponent(AskForAccessPage);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const press = async (text: string) => {
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    await fixture.whenStable();
  };
  const type = (id: string, text: string) => {
    const box = page.querySelector<HTMLInputElement>(`#${id}`)!;
    box.value = text;
    box.dispatchEvent(new Event('input'));
  };
  const chooseSchool = async () => {
    const picker = await loader.getHarness(MatAutocompleteHarness);
    jest.useFakeTimers();
    const typed = picker.enterText('harrow');
    await jest.runAllTimersAsync();
    await typed;
    jest.useRealTimers();
    await fixture.whenStable();
    await picker.selectOption({ text: /Harrowmere/ });
  };
  const fill = async () => {
    type('name', ' Robin Vale ');
    type('email', 'r.vale@school.example');
    await chooseSchool();
    page.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
  };
  return { fill, page, press };
};

describe('asking for access', () => {
  it('asks for what is missing before anything is sent', async () => {
    const ask = jest.fn();
    const { page, press } = await ofAsking(ask);
    await press('Ask for access');
    const lines = [...page.querySelectorAll('[role=alert] li')].map((line) => line.textContent.trim());
    expect(lines).toEqual([
      'Enter your full name.',
      'Enter your work e-mail address, such as a.teacher@school.org.',
      'Choose your school from the list.',
      'Choose what you will do.',
    ]);
    expect(ask).not.toHaveBeenCalled();
  });

  it('sends the request and says to look for the letter, until when', async () => {
    const ask = jest.fn(() => Promise.resolve({ confirmBy: '2027-01-14T09:00:00.000Z' }));
    const { fill, page, press } = await ofAsking(ask);
    await fill();
    await press('Ask for access');
    expect(ask).toHaveBeenCalledWith({
      name: 'Robin Vale',
      email: 'r.vale@school.example',
      schoolUrn: '900001',
      role: 'teacher',
    });
    expect(page.querySelector('h1')?.textContent).toBe('Check your e-mail');
    expect(page.textContent).toContain('r.vale@school.example');
    expect(page.textContent).toContain('Thursday 14 January 2027, 9am');
  });

  it('keeps what was typed when somebody changes the address and asks again', async () => {
    const ask = jest.fn(() => Promise.resolve({ confirmBy: '2027-01-14T09:00:00.000Z' }));
    const { fill, page, press } = await ofAsking(ask);
    await fill();
    await press('Ask for access');
    await press('Change the address and ask again');
    expect(page.querySelector<HTMLInputElement>('#name')?.value).toBe(' Robin Vale ');
  });
});

describe('confirming the address', () => {
  const ofConfirming = async (confirm: jest.Mock) => {
    await shown({ confirm });
    const fixture = TestBed.createComponent(ConfirmAddressPage);
    fixture.componentRef.setInput('token', 'the-token');
    await fixture.whenStable();
    const press = async () => {
      const loader = TestbedHarnessEnvironment.loader(fixture);
      await (await loader.getHarness(MatButtonHarness.with({ text: 'Confirm my e-mail address' }))).click();
      await fixture.whenStable();
    };
    return { page: fixture.nativeElement as HTMLElement, press };
  };

  it('waits for the button, since programs open links too', async () => {
    const confirm = jest.fn(() => Promise.resolve({ schoolName: 'Harrowmere High School' }));
    const { page, press } = await ofConfirming(confirm);
    expect(confirm).not.toHaveBeenCalled();
    await press();
    expect(confirm).toHaveBeenCalledWith('the-token');
    expect(page.querySelector('h1')?.textContent).toBe('Your address is confirmed');
    expect(page.textContent).toContain('Harrowmere High School');
  });

  it('leads to a new request when the link is over', async () => {
    const over = jest.fn(() =>
      Promise.reject(new Refusal(410, 'confirmation-over', 'This link has expired.')),
    );
    const { page, press } = await ofConfirming(over);
    await press();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('This link has expired.');
    expect(page.querySelector('a[href="/ask-for-access"]')?.textContent).toContain('Ask for access again');
  });
});
