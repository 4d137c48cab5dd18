import type { Routes } from '@angular/router';

/** Mail, for the staff who answer for it. */
export const mailRoutes: Routes = [
  { path: '', title: 'Mail', loadComponent: () => import('./mails-page').then((m) => m.MailsPage) },
  {
    path: 'letters',
    title: 'Letters',
    loadComponent: () => import('./letters-page').then((m) => m.LettersPage),
  },
  {
    // The kind is a question (?kind=group.changed): the server takes an address that ends in .changed for a file.
    path: 'letter',
    title: 'Example of a letter',
    loadComponent: () => import('./letter-page').then((m) => m.LetterPage),
  },
  { path: ':id', title: 'A mail', loadComponent: () => import('./mail-page').then((m) => m.MailPage) },
];
