import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A certificate that vouches for itself, as an office without a certificate authority makes them; PEM. */
export interface OwnCertificate {
  readonly key: string;
  readonly cert: string;
}

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const identifier = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const TRUE = der(0x01, Buffer.from([0xff]));

/**
 * Of this machine (`127.0.0.1` and `localhost`), for so many days from now; none are left of it with a negative number.
 *
 * @param age days since it was made
 */
export function ownCertificate(days: number, age = 400): OwnCertificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  // A name of its own: an authority is looked for by its name, and would be found in another one of a test.
  const name = sequence(der(0x31, sequence(identifier('550403'), der(0x0c, Buffer.from(serial.toString('hex'))))));
  const moment = (at: number): Buffer => der(0x18, Buffer.from(`${new Date(at).toISOString().replace(/\.\d+Z|\D/g, '')}Z`));
  const now = Date.now();
  const extension = (id: string, ...parts: Buffer[]): Buffer => sequence(identifier(id), ...parts);
  const statement = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    name,
    sequence(moment(now - age * 86_400_000), moment(now + days * 86_400_000 + 60_000)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        extension('551d13', TRUE, der(0x04, sequence(TRUE))),
        extension('551d11', der(0x04, sequence(der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1]))))),
      ),
    ),
  );
  const signature = sign('sha256', statement, privateKey);
  const bytes = sequence(statement, ecdsaWithSha256, der(0x03, Buffer.from([0]), signature)).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${bytes.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}
