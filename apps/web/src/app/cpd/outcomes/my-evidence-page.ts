import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { figure } from '@lectern/core';
import { type EvidenceRecord, hoursWords } from '@lectern/cpd';
import { EmptyState, Icon, PageHeader } from '@lectern/ui';
import { Fetched } from '../../platform/fetched';
import { EvidenceFacts } from './evidence-facts';
import { EvidenceForm } from './evidence-form';
import { EVIDENCE_ADDRESS, OutcomesApi } from './outcomes-api';

/** A trainee’s evidence of the sessions that they delivered, to write in and to print. */
@Component({
  selector: 'app-my-evidence-page',
  imports: [EmptyState, EvidenceFacts, EvidenceForm, Fetched, Icon, MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page">
      <lectern-page-header heading="My evidence" [lede]="lede()">
        <a matButton="filled" [href]="address" download
          ><lectern-icon name="download" /> The whole record as PDF</a
        >
        <a matButton="outlined" routerLink="/my-cpd/certificates">My certificates</a>
      </lectern-page-header>
      <p role="status">
        @if (news()) {
          <span class="callout tone-go saved">{{ news() }}</span>
        }
      </p>
      <app-fetched [of]="fetched" heading="Your evidence could not be shown" />
      @if (fetched.hasValue()) {
        @for (record of records(); track record.id) {
          <section class="record" [attr.aria-labelledby]="'record-' + record.id">
            <h2 [id]="'record-' + record.id">{{ record.sessionTitle }}</h2>
            @if (editing() === record.id) {
              <div class="form">
                <app-evidence-form [record]="record" (saved)="keep($event)" (left)="editing.set(null)" />
              </div>
            } @else {
              <app-evidence-facts [record]="record" />
              <div class="actions no-print">
                <button matButton="outlined" type="button" (click)="edit(record.id)">
                  {{ record.reflection ? 'Change reflection and standards' : 'Write a reflection'
                  }}<span class="spoken"> on {{ record.sessionTitle }}</span>
                </button>
              </div>
            }
          </section>
        } @empty {
          <lectern-empty-state
            heading="You have not delivered a session yet"
            words="Each session that you deliver appears here with its hours, the Teachers’ Standards it shows and what teachers said of it."
          >
            <a matButton="outlined" routerLink="/challenging-topics">Find a session to deliver</a>
          </lectern-empty-state>
        }
      }
    </div>
  `,
  styles: `
    .record {
      padding-block: 1.5rem;
      border-top: 1px solid var(--hairline);
    }
    h2 {
      margin-top: 0;
      overflow-wrap: anywhere;
    }
    .actions {
      margin-top: 0.5rem;
    }
    .saved {
      display: block;
    }
  `,
})
export class MyEvidencePage {
  private readonly api = inject(OutcomesApi);
  protected readonly address = EVIDENCE_ADDRESS;
  /** The record that is being written in. */
  protected readonly editing = signal<string | null>(null);
  protected readonly news = signal('');
  protected readonly fetched = resource({ loader: () => this.api.evidence() });
  protected readonly records = computed(() => (this.fetched.hasValue() ? this.fetched.value().items : []));
  protected readonly lede = computed(() => {
    const records = this.records();
    if (records.length === 0) return 'What you delivered, and what it shows of the Teachers’ Standards.';
    const minutes = records.reduce((sum, record) => sum + record.minutes, 0);
    return `${figure(records.length, 'session')} delivered, ${hoursWords(minutes)} in all.`;
  });

  protected edit(id: string): void {
    this.news.set('');
    this.editing.set(id);
  }

  protected keep(record: EvidenceRecord): void {
    this.editing.set(null);
    this.news.set(`Saved for ${record.sessionTitle}.`);
    this.fetched.update(
      (page) => page && { ...page, items: page.items.map((one) => (one.id === record.id ? record : one)) },
    );
  }
}
