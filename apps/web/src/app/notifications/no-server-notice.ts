import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Says plainly that nobody gets these mails. */
@Component({
  selector: 'app-no-server-notice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="callout tone-note">
      <p><strong>No mail server is set up. Mails are kept here.</strong></p>
      <p>
        Nobody gets them. You can open each one, follow its link and download its calendar entry. Whoever runs
        Lectern sets <code>SMTP_URL</code> to send mail.
      </p>
    </div>
  `,
})
export class NoServerNotice {}
