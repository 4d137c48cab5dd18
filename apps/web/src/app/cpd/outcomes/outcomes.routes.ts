import type { Routes } from '@angular/router';
import { allowed } from '../../identity/guards';

/** What comes after a session: feedback, certificates and evidence. */
export const outcomesRoutes: Routes = [
  {
    path: 'my-cpd/sessions/:id/feedback',
    canActivate: [allowed('feedback.give')],
    title: 'Feedback',
    loadComponent: () => import('./feedback-page').then((m) => m.FeedbackPage),
  },
  {
    path: 'my-cpd/certificates',
    canActivate: [allowed('certificate.own')],
    title: 'My certificates',
    loadComponent: () => import('./certificates-page').then((m) => m.CertificatesPage),
  },
  {
    path: 'certificates',
    title: 'Check a certificate',
    loadComponent: () => import('./certificate-check-page').then((m) => m.CertificateCheckPage),
  },
  {
    path: 'certificates/:code',
    title: 'Check a certificate',
    loadComponent: () => import('./certificate-check-page').then((m) => m.CertificateCheckPage),
  },
  {
    path: 'my-evidence',
    canActivate: [allowed('evidence.own')],
    title: 'My evidence',
    loadComponent: () => import('./my-evidence-page').then((m) => m.MyEvidencePage),
  },
  {
    path: 'mentor/evidence',
    canActivate: [allowed('evidence.guide')],
    title: 'Trainees’ evidence',
    loadComponent: () => import('./evidence-list-page').then((m) => m.EvidenceListPage),
  },
  {
    path: 'mentor/evidence/:id',
    canActivate: [allowed('evidence.guide')],
    loadComponent: () => import('./evidence-page').then((m) => m.EvidencePage),
  },
  {
    path: 'staff/cpd/sessions/:id/outcomes',
    canActivate: [allowed('cpd.plan')],
    loadComponent: () => import('./session-outcomes-page').then((m) => m.SessionOutcomesPage),
  },
];
