import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { figure, londonDate } from '@lectern/core';
import { type Certificate, CPD_SESSION_STATUS_NAMES, hoursWords } from '@lectern/cpd';
import { EmptyState, PageHeader, StatusMark } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { CERTIFICATE_KIND_WORDS } from './certificate-words.rules';
import { FeedbackFigures } from './feedback-figures';
import { OutcomesApi } from './outcomes-api';
import { AskWhy } from '../../platform/ask-why';

/** What came of a session, for staff: what teachers said, and the certificates that were issued. */
@Component({
  selector: 'app-session-outcomes-page',
  imports: [EmptyState, Fetched, FeedbackFigures, MatButton, PageHeader, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <app-fetched [of]="fetched" heading="What came of this session cannot be shown" />
      @if (shown(); as shown) {
        <lectern-page-header
          heading="Feedback and certificates"
          [lede]="shown.lede"
          [backTo]="'/staff/cpd/sessions/' + id()"
          backWords="Back to the session"
        />
        <p role="status">
          @if (news()) {
            <span class="callout tone-go saved">{{ news() }}</span>
          }
        </p>
        <section aria-labelledby="feedback">
          <h2 id="feedback">Feedback</h2>
          <app-feedback-figures [of]="shown.feedback" />
          @if (shown.feedback.comments.length > 0) {
            <h3>Comments</h3>
            <p class="soft">
              In the order of the alphabet. Those who presented do not see them: pass on what helps, in your
              own words.
            </p>
            <ul class="comments">
              @for (comment of shown.feedback.comments; track $index) {
                <li>{{ comment }}</li>
              }
            </ul>
          }
        </section>
        <section class="section" aria-labelledby="certificates">
          <h2 id="certificates">Certificates</h2>
          @if (shown.rows.length === 0) {
            <lectern-empty-state
              heading="No certificates yet"
              words="They are issued when the session is marked as delivered, to everybody who was there."
            />
          } @else {
            <div class="table-frame">
              <table class="table table--cards" role="table">
                <caption class="spoken">
                  Certificates of this session and its series
                </caption>
                <thead role="rowgroup">
                  <tr role="row">
                    <th scope="col" role="columnheader">Name</th>
                    <th scope="col" role="columnheader">For</th>
                    <th scope="col" role="columnheader">Time</th>
                    <th scope="col" role="columnheader">Code</th>
                    <th scope="col" role="columnheader"><span class="spoken">Withdraw</span></th>
                  </tr>
                </thead>
                <tbody role="rowgroup">
                  @for (row of shown.rows; track row.certificate.id) {
                    <tr role="row">
                      <th scope="row" role="rowheader">{{ row.certificate.name }}</th>
                      <td role="cell" data-label="For">{{ row.kind }}</td>
                      <td role="cell" data-label="Time">{{ row.time }}</td>
                      <td role="cell" data-label="Code" class="code">{{ row.certificate.code }}</td>
                      <td role="cell">
                        @if (row.certificate.withdrawnAt) {
                          <span>
                            <lectern-status-mark tone="stop" words="Withdrawn" />
                            {{ row.certificate.withdrawalReason }}
                          </span>
                        } @else {
                          <button matButton="outlined" type="button" (click)="withdraw(row.certificate)">
                            Withdraw<span class="spoken"> {{ row.certificate.name }}’s certificate</span>
                          </button>
                        }
                      </td>
                    </tr>
                  }
                </tbody>
              </table>
            </div>
          }
        </section>
      }
    </div>
  `,
  styles: `
    h3 {
      margin-top: 1.5rem;
    }
    .comments li {
      max-width: 70ch;
      margin-bottom: 0.5rem;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .code {
      white-space: nowrap;
    }
    .saved {
      display: block;
    }
  `,
})
export class SessionOutcomesPage {
  readonly id = input.required<string>();
  private readonly api = inject(OutcomesApi);
  private readonly why = inject(AskWhy);
  protected readonly news = signal('');
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const [session, feedback, certificates] = await Promise.all([
        this.api.session(params),
        this.api.feedback(params),
        this.api.certificatesOf(params),
      ]);
      return { session, feedback, certificates: certificates.items };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { session, feedback, certificates } = this.fetched.value();
    const standing = CPD_SESSION_STATUS_NAMES[session.status].toLowerCase();
    return {
      lede: `${session.title}, ${londonDate(session.startsAt)}, ${standing}, ${figure(certificates.length, 'certificate')}`,
      feedback,
      rows: certificates.map((certificate) => ({
        certificate,
        kind: CERTIFICATE_KIND_WORDS[certificate.kind],
        time: hoursWords(certificate.minutes),
      })),
    };
  });

  protected async withdraw(certificate: Certificate): Promise<void> {
    this.news.set('');
    const withdrawn = await this.why.ask({
      heading: `Withdraw ${certificate.name}’s certificate?`,
      words: 'Whoever checks its code is told that it no longer holds. This cannot be taken back.',
      reason: {
        label: 'Why?',
        hint: `${certificate.name} reads this in a letter.`,
        needed: 'Say why the certificate is withdrawn.',
      },
      yes: 'Withdraw the certificate',
      doing: 'Withdrawing…',
      no: 'Keep it',
      send: (reason) => this.api.withdraw(certificate.id, { reason }),
    });
    if (!withdrawn) return;
    this.news.set(`${withdrawn.name}’s certificate is withdrawn, and they are told by e-mail.`);
    this.fetched.update(
      (all) =>
        all && {
          ...all,
          certificates: all.certificates.map((one) => (one.id === withdrawn.id ? withdrawn : one)),
        },
    );
  }
}
