import { createHash } from 'node:crypto';
import { type Clock, DomainError, newId, notFound, validationFailed } from '@lectern/core';
import {
  type ConferenceState,
  isPublic,
  OPEN_PACK_KINDS,
  PACK_FILE_KIND_NAMES,
  PACK_FILES_MAX,
  type PackFile,
  type PackFileKind,
  type VisitPack,
} from '@lectern/conferences';
import type { PackFileChange, PackFileRequest } from '@lectern/conferences/requests';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service';
import { Database } from '../persistence/database';
import { CLOCK } from '../platform/tokens';
import { ConferencesRepository } from './conferences.repository';
import type { PackUpload } from './pack-upload';
import type { PackFileEntity } from './visit-pack.entity';
import { packFileView } from './visit-pack.mapper';
import { VisitPacksRepository } from './visit-packs.repository';

const AHEAD: readonly string[] = ['published', 'registration-open', 'registration-closed'];
const OVER: readonly string[] = ['completed', 'archived', 'cancelled'];

const onlyOpenKinds = (): DomainError =>
  validationFailed([
    {
      field: 'isPublic',
      code: 'not-for-everybody',
      message: `Only these may be shown to everybody: ${OPEN_PACK_KINDS.map((kind) => PACK_FILE_KIND_NAMES[kind]).join(', ')}.`,
    },
  ]);

/** What a conference gives the schools that come. A new version of a file keeps the old one, and asks schools to read again. */
@Injectable()
export class VisitPackService {
  constructor(
    private readonly database: Database,
    private readonly packs: VisitPacksRepository,
    private readonly conferences: ConferencesRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All of it for those who manage the conference; what anyone may read for everybody else. */
  async see(actor: Actor | null, idOrSlug: string): Promise<VisitPack> {
    const conference = await this.conferences.find(idOrSlug);
    const manages = actor !== null && can(actor, 'conference.manage');
    if (!conference || !(manages || isPublic(conference.status as ConferenceState)))
      throw notFound('conference');
    const pack = await this.of(conference.id);
    if (manages) return pack;
    const files = pack.files.filter((file) => file.isPublic).map((file) => ({ ...file, earlier: [] }));
    return { ...pack, files };
  }

  /** The whole pack; who asks has been let in by then. */
  async of(conferenceId: string): Promise<VisitPack> {
    const [pack, files] = await Promise.all([this.packs.find(conferenceId), this.packs.files(conferenceId)]);
    const versions = await this.packs.versions(files.map(({ id }) => id));
    return {
      conferenceId,
      version: pack?.version ?? 0,
      changedAt: pack?.changedAt.toISOString() ?? null,
      files: files.flatMap((file) => packFileView(file, versions) ?? []),
    };
  }

  /** The versions of these conferences' packs; those without one are left out. */
  async versionsOf(conferenceIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (conferenceIds.length === 0) return new Map();
    const rows = await this.packs.findAll(conferenceIds);
    return new Map(rows.map(({ conferenceId, version }) => [conferenceId, version]));
  }

  /** The packs of conferences to come that nobody has changed since then. */
  settled(since: Date): Promise<readonly { readonly conferenceId: string; readonly version: number }[]> {
    return this.packs.settled(AHEAD, since, this.clock.now());
  }

  async add(
    actor: Actor,
    conferenceId: string,
    request: PackFileRequest,
    upload: PackUpload,
  ): Promise<PackFile> {
    const isOpen = request.isPublic === 'yes';
    if (isOpen && !OPEN_PACK_KINDS.includes(request.kind)) throw onlyOpenKinds();
    return this.database.transaction(async () => {
      await this.lockChangeable(conferenceId);
      if ((await this.packs.files(conferenceId)).length >= PACK_FILES_MAX) {
        const message = `A visit pack holds ${PACK_FILES_MAX} files at most. Put some together, or take one out.`;
        throw validationFailed([{ field: 'file', code: 'too-many', message }]);
      }
      const file: PackFileEntity = {
        id: newId(),
        conferenceId,
        kind: request.kind,
        title: request.title?.trim() ?? PACK_FILE_KIND_NAMES[request.kind],
        isPublic: isOpen,
        createdAt: this.clock.now(),
        withdrawnAt: null,
      };
      await this.packs.insertFile(file);
      await this.addVersion(actor, file, 1, upload);
      return this.view(file.id);
    });
  }

  async replace(actor: Actor, fileId: string, upload: PackUpload): Promise<PackFile> {
    return this.changing(fileId, async (file) => {
      const [latest] = await this.packs.versions([fileId]);
      await this.addVersion(actor, file, (latest?.version ?? 0) + 1, upload);
    });
  }

  async change(fileId: string, change: PackFileChange): Promise<PackFile> {
    return this.changing(fileId, async (file) => {
      if (change.isPublic && !OPEN_PACK_KINDS.includes(file.kind as PackFileKind)) throw onlyOpenKinds();
      const columns = {
        title: change.title?.trim() ?? file.title,
        isPublic: change.isPublic ?? file.isPublic,
      };
      await this.packs.updateFile(fileId, columns);
      await this.note('pack-file.changed', fileId, { isPublic: columns.isPublic });
    });
  }

  /** Takes a file out of the pack. What was acknowledged stays on record; nobody is asked again. */
  async withdraw(fileId: string): Promise<PackFile> {
    return this.changing(fileId, async () => {
      await this.packs.updateFile(fileId, { withdrawnAt: this.clock.now() });
      await this.note('pack-file.withdrawn', fileId, {});
    });
  }

  private changing(fileId: string, work: (file: PackFileEntity) => Promise<void>): Promise<PackFile> {
    return this.database.transaction(async () => {
      const found = await this.packs.findFile(fileId);
      if (!found) throw notFound('file');
      await this.lockChangeable(found.conferenceId);
      const file = await this.packs.findFile(fileId);
      if (!file || file.withdrawnAt !== null) throw notFound('file');
      await work(file);
      return this.view(fileId);
    });
  }

  private async addVersion(
    actor: Actor,
    file: PackFileEntity,
    version: number,
    upload: PackUpload,
  ): Promise<void> {
    const now = this.clock.now();
    const content = {
      id: newId(),
      sha256: createHash('sha256').update(upload.content).digest('hex'),
      content: upload.content,
    };
    await this.packs.insertContent(content);
    const packVersion = await this.packs.nextVersion(file.conferenceId, now);
    await this.packs.insertVersion({
      id: newId(),
      fileId: file.id,
      version,
      packVersion,
      contentId: content.id,
      fileName: upload.fileName,
      contentType: upload.type.contentType,
      size: upload.content.length,
      uploadedBy: actor.accountId,
      uploadedAt: now,
    });
    const details = { conferenceId: file.conferenceId, kind: file.kind, version, packVersion };
    await this.note(version === 1 ? 'pack-file.added' : 'pack-file.replaced', file.id, details);
  }

  private async lockChangeable(conferenceId: string): Promise<void> {
    const conference = await this.conferences.lock(conferenceId);
    if (!conference) throw notFound('conference');
    if (!OVER.includes(conference.status)) return;
    throw new DomainError(
      'conflict',
      'conference-over',
      'This conference is over and can no longer be changed.',
    );
  }

  private async view(fileId: string): Promise<PackFile> {
    const file = await this.packs.findFile(fileId);
    const view = file && packFileView(file, await this.packs.versions([fileId]));
    if (!view) throw notFound('file');
    return view;
  }

  private note(action: string, objectId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'pack-file', objectId, details });
  }
}
