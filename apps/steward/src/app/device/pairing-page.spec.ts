import { TestBed } from '@angular/core/testing';
import { aDoor, FakeApi, until } from '../../testing/door';
import { NoConnection, RequestRefused } from '../platform/steward-api';
import { DeviceStore } from './device-store';
import { pairingCodeOf, PairingPage } from './pairing-page';

describe('pairing', () => {
  let api: FakeApi;

  const open = async (linkCode = '') => {
    api = new FakeApi();
    TestBed.configureTestingModule({ providers: aDoor(api) });
    const fixture = TestBed.createComponent(PairingPage);
    fixture.componentRef.setInput('linkCode', linkCode);
    const done = jest.fn();
    fixture.componentInstance.done.subscribe(done);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const pair = async (name: string) => {
      const field = host.querySelector<HTMLInputElement>('#name')!;
      field.value = name;
      field.dispatchEvent(new Event('input'));
      host.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
      await fixture.whenStable();
    };
    return { host, pair, done };
  };

  it('reads the code out of the link, and only out of a pairing link', () => {
    expect(pairingCodeOf('#/pair?code=ABCD-EFGH')).toBe('ABCD-EFGH');
    expect(pairingCodeOf('#/other?code=ABCD-EFGH')).toBe('');
    expect(pairingCodeOf('')).toBe('');
  });

  it('asks for nothing but a name when the code came with the link', async () => {
    const { host, pair, done } = await open('ABCD-EFGH');
    expect(host.querySelector<HTMLInputElement>('#code')?.value).toBe('ABCD-EFGH');
    await pair('Jo Steward');
    await until(() => done.mock.calls.length > 0);
    expect(done).toHaveBeenCalled();
    expect(TestBed.inject(DeviceStore).device()?.stewardName).toBe('Jo Steward');
  });

  it('says at each field what is missing', async () => {
    const { host, pair, done } = await open();
    await pair('');
    expect(host.querySelector('#code-problem')?.textContent).toContain('eight characters');
    expect(host.querySelector('#name-problem')?.textContent).toContain('Enter your name');
    expect(done).not.toHaveBeenCalled();
  });

  it('shows the server’s words, and its own without a connection', async () => {
    const { host, pair } = await open('ABCD-EFGH');
    api.pairing = () => Promise.reject(new RequestRefused({ detail: 'This code was used already.' }));
    const said = () => host.querySelector('.problem--form')?.textContent ?? '';
    await pair('Jo');
    await until(() => said() !== '');
    expect(said()).toBe('This code was used already.');
    api.pairing = () => Promise.reject(new NoConnection());
    await pair('Jo');
    await until(() => said().includes('cannot be reached'));
  });

  it('acceptance 37: explains why a pairing ended, and what was lost with it', async () => {
    const { host } = await open();
    TestBed.inject(DeviceStore).over.set({ why: 'withdrawn', unsent: 2 });
    TestBed.tick();
    expect(host.textContent).toContain('This phone’s pairing has ended');
    expect(host.textContent).toContain('2 scans were not sent');
  });
});
