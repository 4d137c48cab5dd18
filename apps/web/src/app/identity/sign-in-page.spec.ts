import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter, Router } from '@angular/router';
import { Refusal } from '../platform/refusal';
import { SessionStore } from './session-store';
import { SignInPage } from './sign-in-page';

const shown = async (from?: string, signIn = jest.fn(() => Promise.resolve())) => {
  TestBed.configureTestingModule({
    providers: [provideRouter([]), { provide: SessionStore, useValue: { signIn } }],
  });
  const go = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  const fixture = TestBed.createComponent(SignInPage);
  if (from !== undefined) fixture.componentRef.setInput('from', from);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const button = await TestbedHarnessEnvironment.loader(fixture).getHarness(MatButtonHarness);
  const type = (id: string, text: string) => {
    const box = page.querySelector<HTMLInputElement>(`#${id}`)!;
    box.value = text;
    box.dispatchEvent(new Event('input'));
  };
  const enter = async () => {
    type('email', ' a@b.example ');
    type('password', 'three-random-words');
    await button.click();
    await fixture.whenStable();
  };
  return { button, enter, go, page, signIn };
};

describe('signing in', () => {
  it('asks for what is missing before anything is sent', async () => {
    const { button, page, signIn } = await shown();
    await button.click();
    const lines = [...page.querySelectorAll('[role=alert] li')].map((line) => line.textContent.trim());
    expect(lines).toEqual(['Enter your e-mail address.', 'Enter your password.']);
    expect(signIn).not.toHaveBeenCalled();
  });

  it('goes back to the page that asked for it', async () => {
    const { enter, go, signIn } = await shown('/groups/1?tab=roster');
    await enter();
    expect(signIn).toHaveBeenCalledWith({ email: 'a@b.example', password: 'three-random-words' });
    expect(go).toHaveBeenCalledWith('/groups/1?tab=roster');
  });

  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    'elsewhere',
    '/sign-in',
  ])('never leads to %s', async (from) => {
    const { enter, go } = await shown(from);
    await enter();
    expect(go).toHaveBeenCalledWith('/');
  });

  it('says that it was refused, and stays', async () => {
    const refuse = jest.fn(() => Promise.reject(new Refusal(401, 'invalid-credentials', 'Check both.')));
    const { enter, go, page } = await shown('/', refuse);
    await enter();
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Check both.');
    expect(go).not.toHaveBeenCalled();
  });
});
