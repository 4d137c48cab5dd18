import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { computed, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter, Router } from '@angular/router';
import type { Account } from '@lectern/identity';
import { SessionStore } from '../identity/session-store';
import { AccountMenu } from './account-menu';

describe('the account menu', () => {
  it('says who is signed in, and leads to sign in once one has signed out', async () => {
    const account = signal<Account | null>({
      id: 'a',
      name: 'Robin Marsh',
      email: 'r@b.example',
      roles: ['staff'],
    });
    const signOut = jest.fn(() => Promise.resolve(account.set(null)));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        { provide: SessionStore, useValue: { account: computed(() => account()), signOut } },
      ],
    });
    const go = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
    const fixture = TestBed.createComponent(AccountMenu);
    const menu = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatMenuHarness);
    expect(await menu.getTriggerText()).toContain('Robin Marsh');
    await menu.open();
    await menu.clickItem({ text: 'Sign out' });
    expect(signOut).toHaveBeenCalledTimes(1);
    expect(go).toHaveBeenCalledWith('/sign-in');
  });
});
