import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Ticket } from '@lectern/registrations';
import { aGroup } from './a-group.harness';
import { GroupsApi } from './groups-api';
import { TicketsPage } from './tickets-page';

const aTicket = (ticket: Partial<Ticket> = {}): Ticket => ({
  id: 't1',
  personId: 'p1',
  displayName: 'Wren Oakley',
  kind: 'pupil',
  code: 'X',
  shortCode: 'ABCD-EFGH',
  status: 'valid',
  ...ticket,
});

const shown = async (tickets: readonly Ticket[]): Promise<HTMLElement> => {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const api = TestBed.inject(GroupsApi);
  jest.spyOn(api, 'see').mockResolvedValue(aGroup({ id: 'g1', pupilsNamed: tickets.length }));
  jest.spyOn(api, 'tickets').mockResolvedValue({ items: [...tickets], nextCursor: null });
  const fixture = TestBed.createComponent(TicketsPage);
  fixture.componentRef.setInput('id', 'g1');
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
};

const downloads = (page: HTMLElement) =>
  [...page.querySelectorAll('a[download]')].map((link) => [
    link.textContent.replace(/\s+/g, ' ').trim(),
    link.getAttribute('href'),
  ]);

describe('the tickets of a group', () => {
  it('are printed together, or one person’s badge alone', async () => {
    const page = await shown([aTicket(), aTicket({ id: 't2', displayName: 'Pat Lowe', kind: 'adult' })]);
    expect(downloads(page)).toEqual([
      ['Badges PDF', '/api/groups/g1/tickets.pdf?layout=badges'],
      ['Badge PDF of Wren Oakley', '/api/groups/g1/tickets.pdf?layout=badges&ticketId=t1'],
      ['Badge PDF of Pat Lowe', '/api/groups/g1/tickets.pdf?layout=badges&ticketId=t2'],
    ]);
  });

  it('that were withdrawn stay in the list and are not printed', async () => {
    const page = await shown([aTicket({ status: 'revoked' })]);
    expect(page.textContent).toContain('Withdrawn');
    expect(downloads(page)).toEqual([]);
  });

  it('follow the names', async () => {
    const page = await shown([]);
    expect(page.textContent).toContain('First name who is coming');
    expect(downloads(page)).toEqual([]);
  });
});
