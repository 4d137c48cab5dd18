import { Injectable } from '@nestjs/common';
import { Database } from '../../persistence/database';
import { isUniqueViolation } from '../../persistence/dialect';
import { CertificateEntity } from './certificate.entity';

@Injectable()
export class CertificatesRepository {
  constructor(private readonly database: Database) {}

  /** Issues a certificate; false when its holder has one for the same thing, whoever issued it. */
  async issue(certificate: CertificateEntity): Promise<boolean> {
    try {
      await this.database.writer.insert(CertificateEntity, certificate);
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** Those for these sessions and series. */
  forSubjects(subjectIds: readonly string[]): Promise<CertificateEntity[]> {
    if (subjectIds.length === 0) return Promise.resolve([]);
    return this.database.reader
      .createQueryBuilder(CertificateEntity, 'certificate')
      .where('certificate.subjectId IN (:...subjectIds)', { subjectIds })
      .orderBy('certificate.name')
      .addOrderBy('certificate.kind')
      .addOrderBy('certificate.id')
      .getMany();
  }

  /** Latest first. */
  heldBy(holderEmailKey: string): Promise<CertificateEntity[]> {
    return this.database.reader.find(CertificateEntity, {
      where: { holderEmailKey },
      order: { heldUntil: 'DESC', kind: 'DESC', id: 'DESC' },
    });
  }

  find(id: string): Promise<CertificateEntity | null> {
    return this.database.reader.findOneBy(CertificateEntity, { id });
  }

  findByCode(code: string): Promise<CertificateEntity | null> {
    return this.database.reader.findOneBy(CertificateEntity, { code });
  }

  /** Withdraws it if it still stands. */
  async withdraw(id: string, by: string, reason: string, now: Date): Promise<boolean> {
    const touched = await this.database.execute(
      'UPDATE cpd_certificates SET withdrawn_at = ?, withdrawn_by = ?, withdrawal_reason = ?' +
        ' WHERE id = ? AND withdrawn_at IS NULL',
      [now, by, reason, id],
    );
    return touched === 1;
  }
}
