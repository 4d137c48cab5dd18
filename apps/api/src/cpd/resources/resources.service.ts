import type { Readable } from 'node:stream';
import { type Clock, foldText, newId, notFound, type Page } from '@lectern/core';
import { readResourceLink, type Resource, RESOURCE_VERSIONS_MAX } from '@lectern/cpd';
import type { ResourceChange, ResourceRequest } from '@lectern/cpd/requests';
import { type Actor, can } from '@lectern/identity';
import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service';
import { Database } from '../../persistence/database';
import { cursorOf, placeOf } from '../../platform/paging';
import { CLOCK } from '../../platform/tokens';
import { CpdSessionsRepository } from '../planning/cpd-sessions.repository';
import { TopicsService } from '../planning/topics.service';
import { ResourceContents } from './resource-contents';
import type { ResourceFile } from './resource-file';
import type { ResourceEntity } from './resource.entity';
import { needsSession, refuseField, refuseFile } from './resource.errors';
import { resourceView } from './resource.mapper';
import { ResourcesRepository, type ShelfReader } from './resources.repository';

export interface ResourceQuestions {
  readonly q?: string | undefined;
  readonly topicId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly own: boolean;
}

export interface OpenedResource {
  readonly file: Readable;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
}

const WORDS_MAX = 8;
const PUBLIC: readonly string[] = ['published', 'delivered'];

const readerOf = (actor: Actor): ShelfReader => ({
  accountId: actor.accountId,
  // Mentors and staff look after the sessions, drafts among them.
  seesAll: can(actor, 'cpd.see-drafts'),
});

/** Whoever shared it, and staff. */
const mayChange = (actor: Actor, { sharedBy }: ResourceEntity): boolean =>
  sharedBy === actor.accountId || can(actor, 'cpd.plan');

const trimmed = (typed: string | null | undefined): string | null => {
  const words = typed?.trim() ?? '';
  return words === '' ? null : words;
};

const linkOf = (typed: string): string => {
  const link = readResourceLink(typed);
  if (link.kind === 'wrong') throw refuseField('url', 'not-a-link', link.words);
  return link.url;
};

/** The shelf: files and links to teach with, who may see them, and what becomes of them. */
@Injectable()
export class ResourcesService {
  constructor(
    private readonly database: Database,
    private readonly resources: ResourcesRepository,
    private readonly contents: ResourceContents,
    private readonly topics: TopicsService,
    private readonly sessions: CpdSessionsRepository,
    private readonly audit: AuditService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Puts a file or a link on the shelf of a topic, a session or both. */
  async share(actor: Actor, request: ResourceRequest, file: ResourceFile | null): Promise<Resource> {
    const typed = trimmed(request.url);
    if (file && typed !== null) throw refuseField('url', 'two-things', 'Share a file or a link, not both.');
    if (!file && typed === null) throw refuseField('url', 'missing', 'Choose a file, or enter a link.');
    const url = typed === null ? null : linkOf(typed);
    return this.database.transaction(async () => {
      await this.checkShelf(actor, request);
      const now = this.clock.now();
      const said = {
        title: request.title.trim(),
        summary: trimmed(request.summary),
        attribution: trimmed(request.attribution),
      };
      const resource: ResourceEntity = {
        id: newId(),
        ...said,
        topicId: request.topicId ?? null,
        sessionId: request.sessionId ?? null,
        licence: request.licence,
        audience: request.audience,
        kind: file ? 'file' : 'link',
        url,
        searchText: searchTextOf(said),
        sharedBy: actor.accountId,
        sharedAt: now,
        updatedAt: now,
        withdrawnAt: null,
      };
      await this.resources.insert(resource);
      if (file) await this.keepVersion(actor, resource.id, 1, file);
      await this.note('resource.shared', resource.id, {
        kind: resource.kind,
        audience: resource.audience,
        licence: resource.licence,
      });
      return this.view(actor, resource.id);
    });
  }

  async list(
    actor: Actor,
    { q, ...asked }: ResourceQuestions,
    limit: number,
    cursor?: string,
  ): Promise<Page<Resource>> {
    const place = placeOf(cursor, 2);
    const after = place ? { sharedAt: new Date(Number(place[0])), id: String(place[1]) } : null;
    const words = await this.wordsOf(actor, q);
    const rows = await this.resources.list(readerOf(actor), { ...asked, words, limit: limit + 1, after });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: await this.views(actor, shown),
      nextCursor: rows.length > limit && last ? cursorOf([last.sharedAt.getTime(), last.id]) : null,
    };
  }

  see(actor: Actor, id: string): Promise<Resource> {
    return this.view(actor, id);
  }

  async change(actor: Actor, id: string, change: ResourceChange): Promise<Resource> {
    return this.changing(actor, id, async (resource) => {
      if (change.url != null && resource.url === null) {
        throw refuseField(
          'url',
          'not-a-link',
          'This resource is a file. Upload a new version of it instead.',
        );
      }
      const audience = change.audience ?? resource.audience;
      if (audience === 'session' && resource.sessionId === null) throw needsSession();
      const said = {
        title: change.title?.trim() ?? resource.title,
        summary: change.summary === undefined ? resource.summary : trimmed(change.summary),
        attribution: change.attribution === undefined ? resource.attribution : trimmed(change.attribution),
      };
      await this.resources.update(id, {
        ...said,
        audience,
        licence: change.licence ?? resource.licence,
        url: change.url == null ? resource.url : linkOf(change.url),
        searchText: searchTextOf(said),
        updatedAt: this.clock.now(),
      });
      await this.note('resource.changed', id, { audience });
    });
  }

  /** Adds the next version of a file; the ones before it are kept. */
  async addVersion(actor: Actor, id: string, file: ResourceFile): Promise<Resource> {
    return this.changing(actor, id, async (resource) => {
      if (resource.url !== null) {
        throw refuseFile('not-a-file', 'This resource is a link. Change its address instead.');
      }
      const [latest] = await this.resources.versions([id]);
      const version = (latest?.version ?? 0) + 1;
      if (version > RESOURCE_VERSIONS_MAX) {
        const words = `A file has ${RESOURCE_VERSIONS_MAX} versions at most. Share it anew, and take this one away.`;
        throw refuseFile('too-many-versions', words);
      }
      await this.keepVersion(actor, id, version, file);
      await this.resources.update(id, { updatedAt: this.clock.now() });
      await this.note('resource.replaced', id, { version });
    });
  }

  /** Takes a resource off the shelf, for everybody; it stays on record with its versions. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.lockChangeable(actor, id);
      await this.resources.update(id, { withdrawnAt: this.clock.now() });
      await this.note('resource.withdrawn', id, {});
    });
  }

  /** The bytes of one version, for whoever may see the resource. */
  async open(actor: Actor, id: string, version: number): Promise<OpenedResource> {
    const resource = await this.resources.find(readerOf(actor), id);
    const found = resource && (await this.resources.findVersion(id, version));
    if (!found) throw notFound('file');
    const { contentId, fileName, contentType, size } = found;
    return { file: this.contents.open(contentId, size), fileName, contentType, size };
  }

  /** Refuses a place on a shelf that is not there, or not the sharer’s to put things on. */
  private async checkShelf(actor: Actor, { topicId, sessionId, audience }: ResourceRequest): Promise<void> {
    const topic = topicId == null ? undefined : await this.topics.find(topicId);
    if (topic === null || topic?.active === false) {
      throw refuseField('topicId', 'unknown', 'Choose a topic of the catalogue.');
    }
    if (audience === 'session' && sessionId == null) throw needsSession();
    if (sessionId == null) return;
    const session = await this.sessions.find(sessionId);
    const reader = readerOf(actor);
    const own = reader.seesAll || (await this.resources.ownSessions(reader, [sessionId])).has(sessionId);
    if (!session || !own) {
      const words = 'Choose a session that you give or have a place in, or leave the session out.';
      throw refuseField('sessionId', 'not-yours', words);
    }
  }

  private async keepVersion(actor: Actor, id: string, version: number, file: ResourceFile): Promise<void> {
    await this.resources.insertVersion({
      id: newId(),
      resourceId: id,
      version,
      contentId: await this.contents.keep(file.content),
      fileName: file.fileName,
      contentType: file.type.contentType,
      size: file.content.length,
      uploadedBy: actor.accountId,
      uploadedAt: this.clock.now(),
    });
  }

  private changing(
    actor: Actor,
    id: string,
    work: (resource: ResourceEntity) => Promise<void>,
  ): Promise<Resource> {
    return this.database.transaction(async () => {
      await work(await this.lockChangeable(actor, id));
      return this.view(actor, id);
    });
  }

  private async lockChangeable(actor: Actor, id: string): Promise<ResourceEntity> {
    const resource = await this.resources.lock(id);
    if (!resource || resource.withdrawnAt !== null || !mayChange(actor, resource)) throw notFound('resource');
    return resource;
  }

  /** The words of a search, each with the topics that it names. */
  private async wordsOf(actor: Actor, q: string | undefined) {
    const words = foldText(q ?? '')
      .split(' ')
      .filter((word) => word !== '')
      .slice(0, WORDS_MAX);
    if (words.length === 0) return [];
    const { items } = await this.topics.list(actor);
    return words.map((word) => ({
      word,
      topicIds: items.filter(({ title }) => foldText(title).includes(word)).map(({ id }) => id),
    }));
  }

  private async view(actor: Actor, id: string): Promise<Resource> {
    const resource = await this.resources.find(readerOf(actor), id);
    const [view] = resource ? await this.views(actor, [resource]) : [];
    if (!view) throw notFound('resource');
    return view;
  }

  private async views(actor: Actor, rows: readonly ResourceEntity[]): Promise<Resource[]> {
    const reader = readerOf(actor);
    const sessionIds = [...new Set(rows.flatMap(({ sessionId }) => sessionId ?? []))];
    const [versions, sessions, own] = await Promise.all([
      rows.length === 0 ? [] : this.resources.versions(rows.map(({ id }) => id)),
      this.sessions.findAll(sessionIds),
      this.resources.ownSessions(reader, sessionIds),
    ]);
    const seesSession = (sessionId: string | null): boolean =>
      sessionId !== null &&
      (reader.seesAll ||
        own.has(sessionId) ||
        sessions.some(({ id, status }) => id === sessionId && PUBLIC.includes(status)));
    return rows.flatMap(
      (row) =>
        resourceView(row, versions, {
          mayChange: mayChange(actor, row),
          seesSession: seesSession(row.sessionId),
        }) ?? [],
    );
  }

  private note(action: string, objectId: string, details: Readonly<Record<string, unknown>>): Promise<void> {
    return this.audit.record({ action, objectKind: 'resource', objectId, details });
  }
}

const searchTextOf = (said: {
  readonly title: string;
  readonly summary: string | null;
  readonly attribution: string | null;
}): string => foldText([said.title, said.summary ?? '', said.attribution ?? ''].join(' '));
