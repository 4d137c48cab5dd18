import { ChangeDetectionStrategy, Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { londonDate, londonShortDate } from '@lectern/core';
import {
  type Resource,
  RESOURCE_KINDS_WORDS,
  RESOURCE_LICENCE_WORDS,
  RESOURCE_VERSIONS_MAX,
} from '@lectern/cpd';
import { Box, ErrorSummary, Field, Icon, PageHeader } from '@lectern/ui';
import { fileWords } from '../../conferences/file-words';
import { SessionStore } from '../../identity/session-store';
import { Fetched } from '../../platform/fetched';
import { Sending } from '../../platform/sending';
import { AskFirst } from '../../platform/ask-first';
import { SaidOnce } from '../../platform/said-once';
import { RESOURCE_FILE_TYPES } from './resource-form';
import { resourceAddress, resourceLine, wrongWithFile } from './resource-words.rules';
import { ResourcesApi } from './resources-api';

/** One resource: what it is and what one may do with it, its versions, and for whoever shared it how to mend it. */
@Component({
  selector: 'app-resource-page',
  imports: [Box, ErrorSummary, Fetched, Field, Icon, MatButton, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './resource-page.html',
  styles: `
    .text {
      max-width: var(--form);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .versions li {
      padding-block: 0.375rem;
      overflow-wrap: anywhere;
    }
    .next {
      max-width: var(--form);
    }
  `,
})
export class ResourcePage {
  /** From the address. */
  readonly id = input.required<string>();
  private readonly api = inject(ResourcesApi);
  private readonly ask = inject(AskFirst);
  private readonly router = inject(Router);
  private readonly saidOnce = inject(SaidOnce);
  private readonly session = inject(SessionStore);
  protected readonly news = signal(this.saidOnce.take());
  protected readonly types = RESOURCE_FILE_TYPES;
  protected readonly kinds = `${RESOURCE_KINDS_WORDS}. Earlier versions stay.`;
  protected readonly adding = new Sending();
  protected readonly withdrawing = new Sending();
  protected readonly fetched = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const resource = await this.api.see(params);
      const [topics, session] = await Promise.all([
        this.api.topics(),
        // A session that is not shown to everybody leaves the resource without its link, not without its page.
        resource.sessionId ? this.api.session(resource.sessionId).catch(() => null) : null,
      ]);
      return { resource, topics, session };
    },
  });
  protected readonly shown = computed(() => {
    if (!this.fetched.hasValue()) return null;
    const { resource, topics, session } = this.fetched.value();
    const topic = topics.find(({ id }) => id === resource.topicId);
    const { content } = resource;
    const file = content.kind === 'file' ? content : null;
    return {
      resource,
      topic,
      session: session && {
        title: session.title,
        path: this.session.may('cpd.plan')
          ? `/staff/cpd/sessions/${session.id}`
          : `/challenging-topics/sessions/${session.id}`,
      },
      line: resourceLine(resource, topic?.title),
      shared: londonDate(resource.sharedAt),
      licenceWords: RESOURCE_LICENCE_WORDS[resource.licence],
      file: file && {
        name: file.current.fileName,
        words:
          file.current.version === 1
            ? ''
            : `Version ${file.current.version}, ${londonDate(file.current.uploadedAt)}`,
        earlier: file.earlier.map((version) => ({
          version: version.version,
          address: resourceAddress(resource.id, version),
          words: `${version.fileName}, ${fileWords(version)}, ${londonShortDate(version.uploadedAt)}`,
        })),
      },
      mayAdd: resource.mayChange && file !== null && file.current.version < RESOURCE_VERSIONS_MAX,
    };
  });

  protected async addVersion(box: HTMLInputElement): Promise<void> {
    const [file] = box.files ?? [];
    if (!file) {
      this.adding.refuse([{ field: 'file', code: 'missing', message: 'Choose a file.' }]);
      return;
    }
    const wrong = await wrongWithFile(file);
    if (wrong.length > 0) {
      this.adding.refuse(wrong);
      return;
    }
    const changed = await this.adding.send(() => this.api.addVersion(this.id(), file));
    if (changed?.content.kind !== 'file') return;
    box.value = '';
    this.news.set(`Version ${changed.content.current.version} is on the shelf.`);
    this.fetched.reload();
  }

  protected async withdraw({ title }: Resource): Promise<void> {
    const goAhead = await this.ask.ask({
      heading: `Take ‘${title}’ off the shelf?`,
      words: 'Nobody can find or open it any more, and neither can you. It cannot be undone.',
      yes: 'Take it off',
      no: 'Keep it',
    });
    if (!goAhead) return;
    const isDone = await this.withdrawing.send(async () => {
      await this.api.withdraw(this.id());
      return true;
    });
    if (!isDone) return;
    this.saidOnce.leave(`‘${title}’ is off the shelf.`);
    await this.router.navigate(['/resources']);
  }
}
