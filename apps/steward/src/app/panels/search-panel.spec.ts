import { TestBed } from '@angular/core/testing';
import { AMIRA_ID, anEntry, aPhoneWith, FakeApi, people, SHORT_CODE } from '../../testing/door';
import { openPanel } from '../../testing/panel';
import { Verdicts } from '../scans/verdicts';
import { Panels } from './panels';
import { PersonPanel } from './person-panel';
import { SearchPanel } from './search-panel';

describe('finding somebody', () => {
  const open = async (offline = true) =>
    openPanel(SearchPanel, {
      api: new FakeApi(),
      storage: await aPhoneWith([anEntry({ displayName: 'Zoë O’Brien' }), ...people(40).slice(2)]),
      offline,
    });
  const judged = () => jest.spyOn(TestBed.inject(Verdicts), 'judge').mockResolvedValue();

  it('acceptance 25: under three letters nobody is listed, and the search says so when it is asked', async () => {
    const { host, type, submit, text } = await open();
    await type('search', 'zo');
    expect(host.querySelectorAll('.lines li')).toHaveLength(0);
    await submit();
    expect(text()).toContain('Type at least three letters of the name.');
  });

  it('acceptance 25, 38: finds a name offline, whatever its accents and apostrophes, and opens the person', async () => {
    const { host, type } = await open();
    await type('search', 'obri');
    expect([...host.querySelectorAll('.lines strong')].map((one) => one.textContent)).toEqual([
      'Zoë O’Brien',
    ]);
    host.querySelector<HTMLElement>('.lines button')!.click();
    expect(TestBed.inject(Panels).current()).toEqual({ name: 'person', ticketId: AMIRA_ID });
  });

  it('acceptance 25: a school lists nobody, and at most twenty people are shown', async () => {
    const { host, type, text } = await open();
    await type('search', 'school');
    expect(host.querySelectorAll('.lines li')).toHaveLength(0);
    await type('search', 'pupil');
    expect(host.querySelectorAll('.lines li')).toHaveLength(20);
    expect(text()).toContain('There are more.');
  });

  it('a whole short code goes to its verdict at once', async () => {
    const { type } = await open();
    const judge = judged();
    await type('search', SHORT_CODE.toLowerCase());
    expect(judge).toHaveBeenCalledWith({ code: SHORT_CODE });
  });

  it('acceptance 9: a slip in a short code is told before anything is looked up', async () => {
    const { type, submit, text } = await open();
    const judge = judged();
    await type('search', '0000-0012');
    await submit();
    expect(text()).toContain('A character is wrong or two are swapped.');
    await type('search', '0000');
    await submit();
    expect(text()).toContain('A short code has eight characters');
    expect(judge).not.toHaveBeenCalled();
  });
});

describe('one person', () => {
  it('says where they are, and lets them in or out by their ticket', async () => {
    const storage = await aPhoneWith([anEntry({ flags: ['access-need'] })]);
    const { text, press } = await openPanel(
      PersonPanel,
      { api: new FakeApi(), storage, offline: true },
      { ticketId: AMIRA_ID },
    );
    expect(text()).toContain('Not in yet, North door');
    expect(text()).toContain('Has an access need');
    const judge = jest.spyOn(TestBed.inject(Verdicts), 'judge').mockResolvedValue();
    await press('Let out');
    expect(judge).toHaveBeenCalledWith({ ticketId: AMIRA_ID }, undefined, 'out');
  });

  it('acceptance 28: offers a steward nothing that is a supervisor’s', async () => {
    const storage = await aPhoneWith([anEntry()]);
    const { button } = await openPanel(PersonPanel, { api: new FakeApi(), storage }, { ticketId: AMIRA_ID });
    expect([button('Print the badge'), button('Somebody else came'), button('Report missing')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
