import { newId, notFound } from '@lectern/core';
import { type ConferenceState, isPublic } from '@lectern/conferences';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConferenceLifecycle } from './conference-lifecycle';
import { ConferencesRepository } from './conferences.repository';
import { VisitPacksRepository } from './visit-packs.repository';

/** What decides who may read one version of a file. */
export interface PackVersionFacts {
  readonly conferenceId: string;
  readonly contentId: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly isWithdrawn: boolean;
  /** Whether anyone may read it: marked so, the latest, of a conference that anyone may see. */
  readonly isOpen: boolean;
}

/** The bytes of visit packs: handing them out, and sharing them with a conference that is held again. */
@Injectable()
export class PackContentsService implements OnModuleInit {
  constructor(
    private readonly packs: VisitPacksRepository,
    private readonly conferences: ConferencesRepository,
    private readonly lifecycle: ConferenceLifecycle,
  ) {}

  onModuleInit(): void {
    this.lifecycle.whenCopied(({ from, to }) => this.share(from, to));
  }

  async facts(versionId: string): Promise<PackVersionFacts> {
    const version = await this.packs.findVersion(versionId);
    const file = version && (await this.packs.findFile(version.fileId));
    const conference = file && (await this.conferences.find(file.conferenceId));
    if (!version || !file || !conference) throw notFound('file');
    const [latest] = await this.packs.versions([file.id]);
    const isWithdrawn = file.withdrawnAt !== null;
    return {
      conferenceId: file.conferenceId,
      contentId: version.contentId,
      fileName: version.fileName,
      contentType: version.contentType,
      isWithdrawn,
      isOpen:
        Boolean(file.isPublic) &&
        !isWithdrawn &&
        latest?.id === version.id &&
        isPublic(conference.status as ConferenceState),
    };
  }

  async bytes(contentId: string): Promise<Buffer> {
    const content = await this.packs.content(contentId);
    if (!content) throw notFound('file');
    return content;
  }

  /** The copy begins with the files as they are now, as its first version; their bytes are not copied. */
  private async share(from: string, to: string): Promise<void> {
    const files = await this.packs.files(from);
    if (files.length === 0) return;
    const copy = await this.conferences.find(to);
    if (!copy) throw notFound('conference');
    const packVersion = await this.packs.nextVersion(to, copy.createdAt);
    const versions = await this.packs.versions(files.map(({ id }) => id));
    for (const file of files) {
      const current = versions.find(({ fileId }) => fileId === file.id);
      if (!current) continue;
      const id = newId();
      await this.packs.insertFile({ ...file, id, conferenceId: to, createdAt: copy.createdAt });
      await this.packs.insertVersion({
        ...current,
        id: newId(),
        fileId: id,
        version: 1,
        packVersion,
        uploadedBy: copy.createdBy,
        uploadedAt: copy.createdAt,
      });
    }
  }
}
