import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { aLetter } from './a-mail.harness';
import { LetterPage } from './letter-page';
import { LettersPage } from './letters-page';
import { MailsApi } from './mails-api';

const KIND = { kind: 'group.changed', title: 'The numbers of a group change' };

const shown = async (page: typeof LetterPage | typeof LettersPage, kind?: string) => {
  const preview = jest.fn().mockResolvedValue({ ...KIND, letter: aLetter({ calendar: null }) });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      {
        provide: MailsApi,
        useValue: {
          preview,
          kinds: () => Promise.resolve([KIND]),
          previewAddress: (of: string) => `/api/mail-kinds/${of}/letter.html`,
        },
      },
    ],
  });
  const fixture = TestBed.createComponent<LetterPage | LettersPage>(page);
  if (kind !== undefined) fixture.componentRef.setInput('kind', kind);
  await fixture.whenStable();
  return { element: fixture.nativeElement as HTMLElement, preview };
};

describe('the letters that Lectern writes', () => {
  it('are listed by when they are written, each with its example', async () => {
    const { element } = await shown(LettersPage);
    const link = element.querySelector('li a');
    expect(link?.textContent).toContain('The numbers of a group change');
    expect(link?.getAttribute('href')).toBe('/mail/letter?kind=group.changed');
  });

  it('are shown as an example, in a frame that can run nothing', async () => {
    const { element, preview } = await shown(LetterPage, 'group.changed');
    expect(preview).toHaveBeenCalledWith('group.changed');
    expect(element.querySelector('h1')?.textContent).toContain('The numbers of a group change');
    const frame = element.querySelector('iframe');
    expect(frame?.getAttribute('src')).toBe('/api/mail-kinds/group.changed/letter.html');
    expect(frame?.getAttribute('sandbox')).not.toContain('allow-scripts');
    expect(element.querySelector('a[download]')).toBeNull();
  });

  it('are not there without a kind', async () => {
    const { preview } = await shown(LetterPage);
    expect(preview).toHaveBeenCalledWith('none');
  });
});
