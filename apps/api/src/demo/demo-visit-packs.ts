import { fileTypeOf, type PackFileKind, safeFileName } from '@lectern/conferences';
import type { Actor } from '@lectern/identity';
import type { INestApplicationContext } from '@nestjs/common';
import { ConferencesService } from '../conferences/conferences.service';
import { VisitPackService } from '../conferences/visit-pack.service';
import { GroupsService } from '../registrations/groups.service';
import { PackAcknowledgementsService } from '../registrations/pack-acknowledgements.service';
import { pdf } from './demo-pdf';

/** The school whose coordinator can sign in to the demo: it has something left to read. */
const DEMO_SCHOOL = '900001';

const FILES: readonly (readonly [kind: PackFileKind, title: string, isOpen: boolean])[] = [
  ['agenda', 'The day, hour by hour', true],
  ['risk-assessment', 'Risk assessment', false],
  ['first-aid', 'First aid on campus', false],
  ['lost-pupil', 'If a pupil is missing', false],
  ['drop-off', 'Where coaches stop', true],
];

/** Visit packs for the conferences ahead; most schools have read theirs. */
export const giveVisitPacks = async (app: INestApplicationContext, staff: Actor): Promise<void> => {
  const packs = app.get(VisitPackService);
  const acknowledgements = app.get(PackAcknowledgementsService);
  const { items } = await app.get(ConferencesService).list(staff, 'staff', 200);
  for (const { id, title, status, allocation } of items) {
    if (!['live', 'registration-open'].includes(status) || allocation === 'fair') continue;
    for (const [kind, name, isOpen] of FILES) {
      const content = pdf(`${title}: ${name}`);
      const type = fileTypeOf(content);
      if (!type) continue;
      const upload = { type, fileName: safeFileName(name, type), content, fields: {} };
      await packs.add(staff, id, { kind, title: name, isPublic: isOpen ? 'yes' : 'no' }, upload);
    }
    const groups = await app.get(GroupsService).live(id);
    for (const [index, group] of groups.entries()) {
      if (group.school.urn === DEMO_SCHOOL || index % 4 === 3) continue;
      await acknowledgements.acknowledge(staff, group.id, { version: FILES.length });
    }
  }
};
