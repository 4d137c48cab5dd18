import '../../testing/door';
import { newSealKey, Seal } from './seal';

describe('what lies on the phone', () => {
  it('is closed with a key that cannot be taken out, and opened with it again', async () => {
    const key = await newSealKey();
    const seal = new Seal(key);
    const closed = await seal.close({ displayName: 'Amira K.' });
    expect(key.extractable).toBe(false);
    expect(Buffer.from(closed.data).toString('latin1')).not.toContain('Amira');
    expect(await seal.open(closed)).toEqual({ displayName: 'Amira K.' });
  });

  it('is never closed twice in the same way, and opened by no other key', async () => {
    const seal = new Seal(await newSealKey());
    const [one, other] = [await seal.close('same'), await seal.close('same')];
    expect(Buffer.from(one.data)).not.toEqual(Buffer.from(other.data));
    await expect(new Seal(await newSealKey()).open(one)).rejects.toThrow();
  });
});
