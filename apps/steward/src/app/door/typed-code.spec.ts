import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { aTicketCode, SHORT_CODE } from '../../testing/door';
import { TypedCode } from './typed-code';

describe('typing a code', () => {
  const type = async (text: string) => {
    TestBed.configureTestingModule({ providers: [provideZonelessChangeDetection()] });
    const fixture = TestBed.createComponent(TypedCode);
    const entered = jest.fn();
    fixture.componentInstance.entered.subscribe(entered);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    const field = host.querySelector('input')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    host.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await fixture.whenStable();
    return { entered, field, problem: host.querySelector('.problem')?.textContent };
  };

  it('sends a code whose check character is right, however it was typed', async () => {
    const { entered } = await type(' oooo ooil ');
    expect(entered).toHaveBeenCalledWith(SHORT_CODE);
  });

  it('acceptance 9: says that a character is wrong before anything is sent', async () => {
    const { entered, problem, field } = await type('0000-0012');
    expect(entered).not.toHaveBeenCalled();
    expect(problem).toBe('A character is wrong or two are swapped. Compare each with the badge.');
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it.each(['1234', 'UUUU-UUUU', '0188d3a0-0000-7000-8000-000000000000'])(
    'says what a short code looks like: %s',
    async (text) => {
      const { entered, problem } = await type(text);
      expect(entered).not.toHaveBeenCalled();
      expect(problem).toContain('eight characters');
    },
  );

  it('asks for a code when there is none', async () => {
    expect((await type('  ')).problem).toContain('Type the code');
  });

  it('takes a whole ticket code from a hand scanner that types', async () => {
    const code = await aTicketCode();
    expect((await type(code)).entered).toHaveBeenCalledWith(code);
  });
});
