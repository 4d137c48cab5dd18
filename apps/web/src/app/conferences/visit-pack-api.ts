import { inject, Injectable } from '@angular/core';
import {
  CONFERENCES_PATH,
  PACK_FILES_PATH,
  type PackFile,
  type PackFileChange,
  type PackFileRequest,
  type PackVersion,
  type VisitPack,
} from '@lectern/conferences';
import { Api } from '../platform/api';

/** Visit packs over HTTP: what anyone may read, and what staff put into them. */
@Injectable({ providedIn: 'root' })
export class VisitPackApi {
  private readonly api = inject(Api);

  see(conferenceId: string): Promise<VisitPack> {
    return this.api.get(`${CONFERENCES_PATH}/${encodeURIComponent(conferenceId)}/visit-pack`);
  }

  add(conferenceId: string, request: PackFileRequest, file: File): Promise<PackFile> {
    return this.api.post(
      `${CONFERENCES_PATH}/${conferenceId}/visit-pack/files`,
      formOf({ ...request }, file),
    );
  }

  replace(fileId: string, file: File): Promise<PackFile> {
    return this.api.post(`${PACK_FILES_PATH}/${fileId}/versions`, formOf({}, file));
  }

  change(fileId: string, change: PackFileChange): Promise<PackFile> {
    return this.api.patch(`${PACK_FILES_PATH}/${fileId}`, change);
  }

  withdraw(fileId: string): Promise<PackFile> {
    return this.api.post(`${PACK_FILES_PATH}/${fileId}/withdrawal`, {});
  }
}

/** Where a version of a file is downloaded. */
export const packAddress = ({ id }: Pick<PackVersion, 'id'>): string => `/api/visit-pack-files/${id}`;

const formOf = (fields: Readonly<Record<string, string>>, file: File): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  // After the fields, so that they are there when the file is read.
  form.append('file', file);
  return form;
};
