import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { provideRouter } from '@angular/router';
import type { Permission } from '@lectern/identity';
import { SessionStore } from '../../identity/session-store';
import { Refusal } from '../../platform/refusal';
import { CertificateCheckPage } from './certificate-check-page';
import { CertificatesPage } from './certificates-page';
import { EvidenceListPage } from './evidence-list-page';
import { EvidencePage } from './evidence-page';
import { FeedbackPage } from './feedback-page';
import { MyEvidencePage } from './my-evidence-page';
import { aCertificate, aFeedbackForm, aSummary, someEvidence } from './outcomes.builder';
import { OutcomesApi } from './outcomes-api';
import { SessionOutcomesPage } from './session-outcomes-page';

const api = {
  feedbackForms: jest.fn(),
  feedbackForm: jest.fn(),
  giveFeedback: jest.fn(),
  feedback: jest.fn(),
  session: jest.fn(),
  certificates: jest.fn(),
  certificatesOf: jest.fn(),
  withdraw: jest.fn(),
  check: jest.fn(),
  evidence: jest.fn(),
  changeEvidence: jest.fn(),
  evidenceToGuide: jest.fn(),
  evidenceForMentor: jest.fn(),
  note: jest.fn(),
};
const may = jest.fn<boolean, [Permission]>();

let fixture: ComponentFixture<unknown>;
const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
const text = (): string => page().textContent.replace(/\s+/g, ' ');
const items = <T>(...all: T[]) => ({ items: all, nextCursor: null });

beforeEach(() => {
  for (const mock of Object.values(api)) mock.mockReset();
  may.mockReset().mockReturnValue(true);
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: OutcomesApi, useValue: api },
      { provide: SessionStore, useValue: { may } },
      { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
    ],
  });
});

const open = async (
  component: Type<unknown>,
  inputs: Readonly<Record<string, unknown>> = {},
): Promise<void> => {
  fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
};
const press = async (words: string | RegExp): Promise<void> => {
  const loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  await (await loader.getHarness(MatButtonHarness.with({ text: words }))).click();
  await fixture.whenStable();
};
const type = (selector: string, words: string): void => {
  const box = document.querySelector<HTMLInputElement>(selector)!;
  box.value = words;
  box.dispatchEvent(new Event('input'));
};

describe('the feedback page', () => {
  it('forces nothing, leaves out what was not answered, and says thank you', async () => {
    api.feedbackForm.mockResolvedValue(aFeedbackForm());
    await open(FeedbackPage, { id: 'session' });
    expect(text()).toContain('Circle theorems without tears, Tuesday 9 March 2027');
    expect(text()).toContain('stored without your name');
    expect(page().querySelectorAll('input:checked')).toHaveLength(0);
    page().querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click();
    page().querySelectorAll<HTMLInputElement>('input[type=radio]')[11]!.click();
    type('textarea', '  The cards helped. ');
    api.giveFeedback.mockResolvedValue(aFeedbackForm({ standing: 'given' }));
    await press('Send feedback');
    expect(api.giveFeedback).toHaveBeenCalledWith('session', {
      answers: { clear: 4 },
      comment: 'The cards helped.',
    });
    expect(text()).toContain('Thank you');
  });

  it('asks for one answer before it sends an empty form', async () => {
    api.feedbackForm.mockResolvedValue(aFeedbackForm());
    await open(FeedbackPage, { id: 'session' });
    await press('Send feedback');
    expect(api.giveFeedback).not.toHaveBeenCalled();
    expect(text()).toContain('Answer at least one question, or write a comment.');
  });

  it.each([
    ['given', 'You have given your feedback'],
    ['not-over', 'The session is not over yet'],
  ] as const)('shows no form when it is %s', async (standing, words) => {
    api.feedbackForm.mockResolvedValue(aFeedbackForm({ standing }));
    await open(FeedbackPage, { id: 'session' });
    expect(text()).toContain(words);
    expect(page().querySelector('form')).toBeNull();
  });

  it('says why when it is not theirs to give', async () => {
    api.feedbackForm.mockRejectedValue(
      new Refusal(409, 'not-attended', 'Feedback is for those who were at the session.'),
    );
    await open(FeedbackPage, { id: 'session' });
    expect(text()).toContain('Feedback is for those who were at the session.');
  });
});

describe('the page of certificates', () => {
  it('offers each as a file, says what was withdrawn and why, and asks for feedback that is open', async () => {
    api.certificates.mockResolvedValue(
      items(
        aCertificate({ trn: '1234567' }),
        aCertificate({
          id: 'gone',
          title: 'Surds',
          withdrawnAt: '2027-03-10T09:00:00.000Z',
          withdrawalReason: 'Somebody else had signed in.',
        }),
      ),
    );
    api.feedbackForms.mockResolvedValue(
      items(
        aFeedbackForm(),
        aFeedbackForm({ sessionId: 'other', standing: 'given', sessionTitle: 'Bounds' }),
      ),
    );
    await open(CertificatesPage);
    expect(text()).toContain('Attended. Tuesday 9 March 2027, 1 hour 30 minutes');
    expect(text()).toContain('Teacher reference number 1234567');
    expect(text()).toContain('Withdrawn Somebody else had signed in.');
    const files = [...page().querySelectorAll('a[download]')].map((link) => link.getAttribute('href'));
    expect(files).toEqual(['/api/cpd/certificates/certificate.pdf']);
    expect(page().querySelectorAll('a[href$="/feedback"]')).toHaveLength(1);
    expect(text()).not.toContain('Bounds');
  });

  it('asks a trainee for no feedback, and says when there is nothing yet', async () => {
    may.mockImplementation((permission) => permission !== 'feedback.give');
    api.certificates.mockResolvedValue(items());
    await open(CertificatesPage);
    expect(api.feedbackForms).not.toHaveBeenCalled();
    expect(text()).toContain('You have no certificates yet');
    expect(text()).toContain('My evidence');
  });
});

describe('the check of a certificate', () => {
  it.each([
    ['genuine', 'This certificate is genuine'],
    ['withdrawn', 'This certificate was withdrawn'],
  ] as const)('shows name and title of one that is %s', async (status, words) => {
    api.check.mockResolvedValue({ status, name: 'Wren Oakley', title: 'Surds' });
    await open(CertificateCheckPage, { code: '0000-0000-0011' });
    expect(api.check).toHaveBeenCalledWith('000000000011');
    for (const part of [words, 'Wren Oakley', 'Surds']) expect(text()).toContain(part);
  });

  it('says that no certificate has a code', async () => {
    api.check.mockResolvedValue({ status: 'unknown' });
    await open(CertificateCheckPage, { code: '0000-0000-0011' });
    expect(text()).toContain('No certificate has the code 0000-0000-0011');
  });

  it('names a slip of the finger without asking, in the box and in an address', async () => {
    await open(CertificateCheckPage, { code: '0000-0000-0012' });
    expect(text()).toContain('One of the letters or digits is wrong.');
    type('input', '1234');
    await press('Check the certificate');
    expect(text()).toContain('A certificate’s code has 12 letters and digits');
    expect(api.check).not.toHaveBeenCalled();
  });
});

describe('a trainee’s evidence', () => {
  it('is read, and written in with its standards', async () => {
    const record = someEvidence({
      mentorNote: { text: 'Well paced.', by: 'Dr Wren Oakley', writtenAt: '2027-03-12T09:00:00.000Z' },
      feedback: aSummary(4.2),
    });
    api.evidence.mockResolvedValue(items(record));
    await open(MyEvidencePage);
    for (const part of [
      '1 session delivered, 1 hour 30 minutes in all.',
      '7 teachers attended',
      'TS3 Knowing the subject',
      'Well paced.',
      'Dr Wren Oakley, Friday 12 March 2027',
      '4.2 of 5from 5 answers',
    ]) {
      expect(text()).toContain(part);
    }
    await press(/Write a reflection/);
    type('textarea', 'I waited longer.');
    page().querySelectorAll<HTMLInputElement>('input[type=checkbox]')[0]!.click();
    const changed = { ...record, reflection: 'I waited longer.' };
    api.changeEvidence.mockResolvedValue(changed);
    await press('Save');
    expect(api.changeEvidence).toHaveBeenCalledWith('evidence', {
      standards: ['TS1', 'TS3', 'TS4', 'TS8'],
      reflection: 'I waited longer.',
    });
    expect(text()).toContain('Saved for Circle theorems without tears.');
    expect(text()).toContain('I waited longer.');
  });

  it('keeps at least one standard, and what was typed when it is refused', async () => {
    api.evidence.mockResolvedValue(items(someEvidence()));
    await open(MyEvidencePage);
    await press(/Write a reflection/);
    for (const at of [2, 3, 7])
      page().querySelectorAll<HTMLInputElement>('input[type=checkbox]')[at]!.click();
    await press('Save');
    expect(api.changeEvidence).not.toHaveBeenCalled();
    expect(text()).toContain('Choose at least one of the Teachers’ Standards.');
  });

  it('says what will be here, and that averages wait for five', async () => {
    api.evidence.mockResolvedValue(items());
    await open(MyEvidencePage);
    expect(text()).toContain('You have not delivered a session yet');
    api.evidence.mockResolvedValue(items(someEvidence()));
    await open(MyEvidencePage);
    expect(text()).toContain('Averages are shown once 5 teachers have answered');
  });
});

describe('the evidence of trainees for their mentors', () => {
  const listing = {
    id: 'evidence',
    traineeName: 'Robin Vale',
    sessionTitle: 'Surds',
    deliveredAt: '2027-03-09T16:00:00.000Z',
    hasReflection: true,
    hasNote: true,
  };

  it('is listed by year, and narrowed to what has no note', async () => {
    api.evidenceToGuide.mockResolvedValue(
      items(listing, { ...listing, id: 'two', traineeName: 'Wren', hasNote: false }),
    );
    await open(EvidenceListPage);
    expect(page().querySelectorAll('tbody tr')).toHaveLength(2);
    const show = page().querySelector<HTMLSelectElement>('#show')!;
    show.value = 'open';
    show.dispatchEvent(new Event('change'));
    await fixture.whenStable();
    expect(page().querySelectorAll('tbody tr')).toHaveLength(1);
    expect(text()).not.toContain('Robin Vale');
  });

  it('shows one record with comments, and takes a note', async () => {
    api.evidenceForMentor.mockResolvedValue(someEvidence({ comments: ['A fine example.', 'Too fast.'] }));
    await open(EvidencePage, { id: 'evidence' });
    for (const part of ['Robin Vale', 'A fine example.', 'Too fast.']) expect(text()).toContain(part);
    type('textarea', 'Well paced.');
    const mentorNote = { text: 'Well paced.', by: 'Dr Oakley', writtenAt: '2027-03-12T09:00:00.000Z' };
    api.note.mockResolvedValue(someEvidence({ mentorNote }));
    await press('Save the note');
    expect(api.note).toHaveBeenCalledWith('evidence', 'Well paced.');
    expect(text()).toContain('The note is saved, and Robin Vale is told by e-mail.');
  });

  it('keeps what was typed when it could not be saved', async () => {
    api.evidenceForMentor.mockResolvedValue(someEvidence());
    await open(EvidencePage, { id: 'evidence' });
    type('textarea', 'Well paced.');
    api.note.mockRejectedValue(new Refusal(0, 'offline', 'Lectern cannot be reached.'));
    await press('Save the note');
    expect(text()).toContain('Lectern cannot be reached.');
    expect(page().querySelector('textarea')!.value).toBe('Well paced.');
  });
});

describe('what came of a session, for staff', () => {
  it('is feedback with comments and certificates, one of which is withdrawn with a reason', async () => {
    api.session.mockResolvedValue({
      title: 'Surds',
      startsAt: '2027-03-09T16:00:00.000Z',
      status: 'delivered',
    });
    api.feedback.mockResolvedValue({ ...aSummary(3.5), comments: ['Too fast.'] });
    api.certificatesOf.mockResolvedValue(items(aCertificate()));
    await open(SessionOutcomesPage, { id: 'session' });
    for (const part of [
      'Surds, Tuesday 9 March 2027, delivered, 1 certificate',
      '3.5 of 5',
      'Too fast.',
      'Wren Oakley',
    ]) {
      expect(text()).toContain(part);
    }
    await press(/^Withdraw/);
    await press('Withdraw the certificate');
    expect(document.body.textContent).toContain('Say why the certificate is withdrawn.');
    type('mat-dialog-content textarea', 'The wrong person.');
    api.withdraw.mockResolvedValue(
      aCertificate({ withdrawnAt: '2027-03-10T09:00:00.000Z', withdrawalReason: 'The wrong person.' }),
    );
    await press('Withdraw the certificate');
    expect(api.withdraw).toHaveBeenCalledWith('certificate', { reason: 'The wrong person.' });
    expect(text()).toContain('Wren Oakley’s certificate is withdrawn');
    expect(text()).toContain('The wrong person.');
  });
});
