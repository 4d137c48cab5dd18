import { ChangeDetectionStrategy, Component, computed, effect, inject, input, resource } from '@angular/core';
import { NonNullableFormBuilder, ReactiveFormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { formatCertificateCode, readCertificateCode } from '@lectern/cpd';
import { Box, ErrorSummary, Field, PageHeader, TakeFocus } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { OutcomesApi } from './outcomes-api';

/** Where a certificate’s QR leads, and where its code is typed: whether it is genuine. Without signing in. */
@Component({
  selector: 'app-certificate-check-page',
  imports: [Box, ErrorSummary, Fetched, Field, MatButton, PageHeader, ReactiveFormsModule, TakeFocus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      <lectern-page-header
        heading="Check a certificate"
        lede="Type the code from the certificate, or scan its square code with a phone."
      />
      @if (readable()) {
        <app-fetched [of]="checked" heading="The code could not be checked" words="Looking the code up…" />
      }
      @if (outcome(); as outcome) {
        <div [class]="'callout tone-' + outcome.tone" lecternTakeFocus tabindex="-1">
          <h2>{{ outcome.heading }}</h2>
          @if (outcome.facts; as facts) {
            <dl class="facts">
              <dt>Name</dt>
              <dd>{{ facts.name }}</dd>
              <dt>For</dt>
              <dd>{{ facts.title }}</dd>
              <dt>Code</dt>
              <dd>{{ outcome.code }}</dd>
            </dl>
          }
          <p>{{ outcome.words }}</p>
        </div>
      }
      <form class="no-print" [formGroup]="form" (ngSubmit)="check()" novalidate>
        <lectern-error-summary [errors]="sending.errors()" />
        <lectern-field
          name="code"
          [label]="outcome() ? 'Check another code' : 'The code of the certificate'"
          hint="12 letters and digits, such as 7Q2M-4KXD-9TRW."
          [errors]="sending.errors()"
        >
          <input
            lecternBox
            type="text"
            formControlName="code"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
          />
        </lectern-field>
        <div class="actions">
          <button matButton="filled" type="submit">Check the certificate</button>
        </div>
      </form>
    </div>
  `,
  styles: `
    h2 {
      margin-top: 0;
    }
    dd {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
  `,
})
export class CertificateCheckPage {
  /** From the address. */
  readonly code = input<string>();
  private readonly api = inject(OutcomesApi);
  private readonly router = inject(Router);
  protected readonly sending = new Sending();
  protected readonly form = inject(NonNullableFormBuilder).group({ code: '' });
  /** The code of the address when it could be one. */
  protected readonly readable = computed(() => {
    const reading = readCertificateCode(this.code() ?? '');
    return reading.kind === 'ok' ? reading.code : undefined;
  });
  protected readonly checked = resource({
    params: () => this.readable(),
    loader: ({ params }) => this.api.check(params),
  });
  protected readonly outcome = computed(() => {
    const code = this.readable();
    if (code === undefined || !this.checked.hasValue()) return null;
    const check = this.checked.value();
    const shown = formatCertificateCode(code);
    switch (check.status) {
      case 'genuine':
        return {
          tone: 'go',
          heading: 'This certificate is genuine',
          facts: check,
          code: shown,
          words: 'Compare the name and the title with the paper in front of you.',
        };
      case 'withdrawn':
        return {
          tone: 'stop',
          heading: 'This certificate was withdrawn',
          facts: check,
          code: shown,
          words: 'It was issued once and no longer holds. Ask the university why.',
        };
      case 'unknown':
        return {
          tone: 'wait',
          heading: `No certificate has the code ${shown}`,
          facts: null,
          code: shown,
          words: 'Compare the code with the certificate, letter by letter, and try again.',
        };
    }
  });

  constructor() {
    effect(() => {
      const code = this.code();
      if (code === undefined) return;
      this.form.setValue({ code });
      const reading = readCertificateCode(code);
      this.sending.refuse(
        reading.kind === 'ok' ? [] : [{ field: 'code', code: 'not-a-code', message: reading.words }],
      );
    });
  }

  protected check(): void {
    const reading = readCertificateCode(this.form.getRawValue().code);
    if (reading.kind === 'wrong') {
      this.sending.refuse([{ field: 'code', code: 'not-a-code', message: reading.words }]);
      return;
    }
    this.sending.refuse([]);
    const code = formatCertificateCode(reading.code);
    if (this.readable() === reading.code) this.checked.reload();
    else void this.router.navigate(['/certificates', code]);
  }
}
