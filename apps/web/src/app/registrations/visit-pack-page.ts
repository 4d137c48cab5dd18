import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PACK_FILE_KIND_NAMES } from '@lectern/conferences';
import { londonDateTime, londonShortDate } from '@lectern/core';
import { EmptyState, ErrorSummary, Icon, PageHeader, StatusMark } from '@lectern/ui';
import { fileWords } from '../conferences/file-words';
import { packAddress } from '../conferences/visit-pack-api';
import { SessionStore } from '../identity/session-store';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { GroupsApi } from './groups-api';

/** What a school is given before a visit; its visit leader reads it and says so, again with every new version. */
@Component({
  selector: 'app-visit-pack-page',
  imports: [EmptyState, ErrorSummary, Fetched, Icon, MatButton, PageHeader, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="page page--form">
      <app-fetched [of]="fetched" heading="The visit pack could not be shown" />
      @if (shown(); as shown) {
        <lectern-page-header
          heading="Visit pack"
          [lede]="shown.title"
          [status]="shown.mark"
          [backTo]="'/groups/' + id()"
          backWords="Back to the group"
        />
        @if (shown.files.length === 0) {
          <lectern-empty-state
            heading="There is nothing in the visit pack yet"
            words="The university puts the agenda, the risk assessment and the rest here. Your home page tells you when it does."
          />
        } @else {
          <p>What you need for your own risk assessment, and for the visit leader on the day.</p>
          <ul class="plain-list">
            @for (file of shown.files; track file.address) {
              <li>
                <div>
                  <p class="title">
                    <a [href]="file.address" download><lectern-icon name="download" /> {{ file.title }}</a>
                  </p>
                  <p class="soft small">{{ file.words }}</p>
                </div>
                @if (file.isNew) {
                  <lectern-status-mark tone="note" words="New since you read it" />
                }
              </li>
            }
          </ul>
          <section class="section" aria-labelledby="read">
            <h2 id="read">Have you read it?</h2>
            <lectern-error-summary [errors]="sending.errors()" />
            <div role="status">
              @if (shown.said; as said) {
                <p class="callout" [class.tone-go]="!shown.isDue" [class.tone-wait]="shown.isDue">
                  {{ said }}
                </p>
              }
            </div>
            @if (shown.isDue) {
              <p>
                The visit leader should know what is in it. Saying so is recorded with your name, the date and
                the version.
              </p>
              <div class="actions">
                <button matButton="filled" type="button" (click)="acknowledge(shown.version)">
                  {{ sending.busy() ? 'Recording…' : 'We have read version ' + shown.version }}
                </button>
              </div>
            }
          </section>
        }
      }
    </div>
  `,
  styles: `
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 1.5rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.75rem;
      border-bottom: 1px solid var(--hairline);
    }
    p {
      margin: 0;
    }
    .title a {
      display: inline-flex;
      gap: 0.375rem;
      align-items: center;
    }
    .title {
      font-size: 1.125rem;
    }
    .page > p,
    section p {
      margin-bottom: 1rem;
    }
  `,
})
export class VisitPackPage {
  readonly id = input.required<string>();
  private readonly api = inject(GroupsApi);
  private readonly session = inject(SessionStore);
  protected readonly sending = new Sending();
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const [group, pack] = await Promise.all([this.api.see(params), this.api.visitPack(params)]);
      return { group, pack };
    },
  });
  /** The pack with its words, once it is there. */
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { group, pack } = this.fetched.value();
    const { acknowledgement, isDue, version } = pack;
    const before = acknowledgement
      ? `${acknowledgement.by} said on ${londonDateTime(acknowledgement.at)} that version ${acknowledgement.version} was read.`
      : '';
    const known = acknowledgement?.version ?? version;
    return {
      title: this.session.isStaff()
        ? `${group.conference.title}, ${group.school.name}`
        : group.conference.title,
      version,
      isDue,
      said: isDue && before ? `${before} The pack has changed since.` : before,
      mark:
        version === 0
          ? null
          : isDue
            ? { tone: 'needs' as const, words: acknowledgement ? 'Changed: to be read again' : 'To be read' }
            : { tone: 'go' as const, words: 'Read' },
      files: pack.files.map(({ title, kind, current }) => ({
        title,
        address: packAddress(current),
        words: [
          ...(title === PACK_FILE_KIND_NAMES[kind] ? [] : [PACK_FILE_KIND_NAMES[kind]]),
          fileWords(current),
          `version ${current.version} of ${londonShortDate(current.uploadedAt)}`,
        ].join(', '),
        isNew: current.packVersion > known,
      })),
    };
  });

  protected async acknowledge(version: number): Promise<void> {
    const pack = await this.sending.send(() => this.api.acknowledgePack(this.id(), version));
    if (pack) this.fetched.update((fetched) => fetched && { ...fetched, pack });
  }
}
