import { emptySources } from './database.harness';

describe('the migrations', () => {
  it('go up, all the way down and up again, and leave no difference from the entities', async () => {
    const { sources, remove } = await emptySources();
    const source = sources.write;
    await source.initialize();
    try {
      const ran = await source.runMigrations();
      expect(ran.length).toBeGreaterThan(10);
      for (let left = ran.length; left > 0; left--) await source.undoLastMigration();
      await source.runMigrations();
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await source.destroy();
      await remove();
    }
  });

  it('runs again cleanly after dying between a table and its record', async () => {
    const { sources, remove } = await emptySources();
    const source = sources.write;
    await source.initialize();
    try {
      await source.runMigrations();
      await source.query("DELETE FROM migrations WHERE name LIKE 'Create_admissions%'");
      await expect(source.runMigrations()).resolves.toHaveLength(1);
    } finally {
      await source.destroy();
      await remove();
    }
  });
});
