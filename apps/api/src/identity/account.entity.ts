import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An account: a person who signs in. */
@Entity('accounts')
@Index('uq_accounts_email_key', ['emailKey'], { unique: true })
@Index('ix_accounts_school_urn', ['schoolUrn'])
export class AccountEntity {
  @PrimaryColumn('varchar', { length: 36 })
  id!: string;

  @Column('varchar', { length: 254 })
  email!: string;

  @Column('varchar', { length: 254 })
  emailKey!: string;

  @Column('varchar', { length: 120 })
  name!: string;

  @Column('varchar', { length: 255, nullable: true })
  passwordHash!: string | null;

  @Column('varchar', { length: 100 })
  roles!: string;

  @Column('varchar', { length: 6, nullable: true })
  schoolUrn!: string | null;

  @Column('datetime', { precision: 3, nullable: true })
  disabledAt!: Date | null;

  @Column('datetime', { precision: 3 })
  createdAt!: Date;
}
