import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { londonDate } from '@lectern/core';
import { EmptyState, Icon, PageHeader, StatusMark } from '@lectern/ui';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { CERTIFICATE_KIND_WORDS, certificateWhen } from './certificate-words.rules';
import { certificateAddress, OutcomesApi } from './outcomes-api';

/** Somebody’s certificates, and before them the sessions that they could still say something about. */
@Component({
  selector: 'app-certificates-page',
  imports: [EmptyState, Fetched, Icon, MatButton, PageHeader, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header
        heading="My certificates"
        lede="For the sessions that you attended or delivered. Anybody can check one by its code."
        [backTo]="back.path"
        [backWords]="back.words"
      />
      <app-fetched [of]="fetched" heading="Your certificates could not be shown" />
      @if (shown(); as shown) {
        @if (shown.open.length > 0) {
          <section class="asked no-print" aria-labelledby="asked">
            <h2 id="asked">What did you think?</h2>
            <ul class="plain-list">
              @for (form of shown.open; track form.sessionId) {
                <li class="row">
                  <div>
                    <p class="title">{{ form.sessionTitle }}</p>
                    <p class="soft small">
                      {{ form.when }}. It takes a minute and is stored without your name.
                    </p>
                  </div>
                  <a matButton="outlined" [routerLink]="['/my-cpd/sessions', form.sessionId, 'feedback']"
                    >Give feedback<span class="spoken"> on {{ form.sessionTitle }}</span></a
                  >
                </li>
              }
            </ul>
          </section>
        }
        <section aria-labelledby="certificates">
          <h2 id="certificates">Certificates</h2>
          @if (shown.certificates.length === 0) {
            <lectern-empty-state
              heading="You have no certificates yet"
              words="There is one here as soon as a session that you attended or delivered is marked as delivered. You get a letter then."
            />
          } @else {
            <ul class="plain-list">
              @for (row of shown.certificates; track row.id) {
                <li class="row">
                  <div>
                    <p class="title">{{ row.title }}</p>
                    <p class="soft small">{{ row.kind }}. {{ row.when }}</p>
                    <p class="small">
                      Code <strong class="code">{{ row.code }}</strong>
                      @if (row.trn) {
                        <span>. Teacher reference number {{ row.trn }}</span>
                      }
                    </p>
                    @if (row.withdrawn; as why) {
                      <p><lectern-status-mark tone="stop" words="Withdrawn" /> {{ why }}</p>
                    }
                  </div>
                  @if (!row.withdrawn) {
                    <a matButton="outlined" class="no-print" [href]="row.address" download
                      ><lectern-icon name="download" /> Certificate PDF<span class="spoken">
                        for {{ row.title }}</span
                      ></a
                    >
                  }
                </li>
              }
            </ul>
          }
        </section>
      }
    </div>
  `,
  styles: `
    .row {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.5rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.875rem;
      border-bottom: 1px solid var(--hairline);
    }
    .row > div {
      flex: 1 1 18rem;
      min-width: 0;
    }
    .row p {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .title {
      font-size: 1.125rem;
      font-weight: 600;
    }
    .code {
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }
    .asked {
      margin-bottom: 2.5rem;
    }
  `,
})
export class CertificatesPage {
  private readonly api = inject(OutcomesApi);
  private readonly session = inject(SessionStore);
  protected readonly back = this.session.may('evidence.own')
    ? { path: '/my-evidence', words: 'My evidence' }
    : { path: '/my-cpd', words: 'My CPD' };
  protected readonly fetched = resource({
    loader: async () => {
      const [certificates, forms] = await Promise.all([
        this.api.certificates(),
        this.session.may('feedback.give') ? this.api.feedbackForms() : { items: [] },
      ]);
      return { certificates: certificates.items, forms: forms.items };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { certificates, forms } = this.fetched.value();
    return {
      open: forms
        .filter(({ standing }) => standing === 'open')
        .map((form) => ({ ...form, when: londonDate(form.startsAt) })),
      certificates: certificates.map((certificate) => ({
        id: certificate.id,
        title: certificate.title,
        code: certificate.code,
        trn: certificate.trn,
        kind: CERTIFICATE_KIND_WORDS[certificate.kind],
        when: certificateWhen(certificate),
        address: certificateAddress(certificate),
        withdrawn: certificate.withdrawnAt === null ? null : (certificate.withdrawalReason ?? ''),
      })),
    };
  });
}
