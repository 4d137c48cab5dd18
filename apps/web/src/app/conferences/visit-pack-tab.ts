import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { OPEN_PACK_KINDS, PACK_FILE_KIND_NAMES, type PackFile } from '@lectern/conferences';
import { londonDateTime, londonShortDate } from '@lectern/core';
import { EmptyState, ErrorSummary, Icon, StatusMark } from '@lectern/ui';
import { Fetched } from '../platform/fetched';
import { Sending } from '../platform/sending';
import { AskFirst } from '../platform/ask-first';
import { ConferenceGroupsApi } from './conference-groups-api';
import { ConferenceInView } from './conference-in-view';
import { fileWords } from './file-words';
import { type NewPackFile, PACK_FILE_TYPES, PackUploadForm } from './pack-upload-form';
import { packAddress, VisitPackApi } from './visit-pack-api';

/** The visit pack of a conference for staff: its files and their versions, and which schools have read them. */
@Component({
  selector: 'app-visit-pack-tab',
  imports: [EmptyState, ErrorSummary, Fetched, Icon, MatButton, PackUploadForm, RouterLink, StatusMark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './visit-pack-tab.html',
  styles: `
    .file {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.5rem;
      align-items: center;
      justify-content: space-between;
      padding-block: 0.875rem;
      border-bottom: 1px solid var(--hairline);
    }
    .file > div:first-child {
      flex: 1 1 18rem;
      min-width: 0;
    }
    p {
      margin: 0 0 0.25rem;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
    }
    .add {
      max-width: var(--form);
    }
  `,
})
export class VisitPackTab {
  protected readonly view = inject(ConferenceInView);
  private readonly packs = inject(VisitPackApi);
  private readonly groups = inject(ConferenceGroupsApi);
  private readonly ask = inject(AskFirst);
  private readonly upload = viewChild(PackUploadForm);
  protected readonly types = PACK_FILE_TYPES;
  protected readonly adding = new Sending();
  protected readonly changing = new Sending();
  protected readonly news = signal('');
  protected readonly pack = resource({
    params: () => this.view.conference()?.id,
    loader: async ({ params }) => {
      const [pack, states] = await Promise.all([this.packs.see(params), this.groups.packStates(params)]);
      return { pack, states: states.items };
    },
  });
  /** The pack with its words, once it is there. */
  protected readonly shown = computed(() => {
    if (!this.pack.hasValue()) return null;
    const { pack, states } = this.pack.value();
    return {
      version: pack.version,
      files: pack.files.map((file) => ({
        file,
        kind: PACK_FILE_KIND_NAMES[file.kind],
        address: packAddress(file.current),
        words: `${fileWords(file.current)}, version ${file.current.version} of ${londonShortDate(file.current.uploadedAt)}`,
        earlier: file.earlier.map((version) => ({
          address: packAddress(version),
          words: `Version ${version.version} of ${londonShortDate(version.uploadedAt)}`,
        })),
        mayBeOpen: OPEN_PACK_KINDS.includes(file.kind),
      })),
      due: states.filter(({ isDue }) => isDue).length,
      states: states.map(({ groupId, school, acknowledgement, isDue }) => ({
        groupId,
        school: school.name,
        mark: isDue
          ? {
              tone: 'needs' as const,
              words: acknowledgement ? 'Has read an earlier version' : 'Has not read it',
            }
          : { tone: 'go' as const, words: 'Has read it' },
        said: acknowledgement
          ? `Version ${acknowledgement.version}, by ${acknowledgement.by}, ${londonDateTime(acknowledgement.at)}`
          : '',
      })),
    };
  });

  protected async add(conferenceId: string, { request, file }: NewPackFile): Promise<void> {
    if (!file) {
      this.adding.refuse([{ field: 'file', code: 'missing', message: 'Choose a file.' }]);
      return;
    }
    const added = await this.adding.send(() => this.packs.add(conferenceId, request, file));
    if (!added) return;
    this.upload()?.clear();
    this.say(`${added.title} is in the visit pack.`);
  }

  protected async replace(file: PackFile, box: HTMLInputElement): Promise<void> {
    const [chosen] = box.files ?? [];
    box.value = '';
    if (!chosen) return;
    const changed = await this.changing.send(() => this.packs.replace(file.id, chosen));
    if (changed)
      this.say(
        `${changed.title} is now version ${changed.current.version}. Schools are asked to read it again.`,
      );
  }

  protected async show(file: PackFile, isPublic: boolean): Promise<void> {
    const changed = await this.changing.send(() => this.packs.change(file.id, { isPublic }));
    if (changed) {
      this.say(
        isPublic
          ? `Everybody can read ${file.title} on the conference’s page.`
          : `${file.title} is for schools that come.`,
      );
    }
  }

  protected async withdraw(file: PackFile): Promise<void> {
    const goAhead = await this.ask.ask({
      heading: `Take out ${file.title}?`,
      words: 'Schools no longer see it. What they have acknowledged stays on record.',
      yes: 'Take it out',
      no: 'Keep it',
    });
    if (!goAhead) return;
    const gone = await this.changing.send(() => this.packs.withdraw(file.id));
    if (gone) this.say(`${file.title} is no longer in the visit pack.`);
  }

  private say(words: string): void {
    this.news.set(words);
    this.pack.reload();
  }
}
