import { generateKeyPairSync, sign } from 'node:crypto'

/** A certificate that nobody vouches for but itself, for `localhost`, made anew each time (RFC 5280, version 1). */
export function selfSignedCertificate(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = sequence(element(0x31, sequence(hex('0603550403'), element(0x0c, Buffer.from('localhost')))))
  const validity = sequence(...['250101000000Z', '450101000000Z'].map((at) => element(0x17, Buffer.from(at))))
  const body = sequence(
    element(0x02, Buffer.from([1])),
    ECDSA_WITH_SHA256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', body, privateKey)
  const whole = sequence(body, ECDSA_WITH_SHA256, element(0x03, Buffer.concat([Buffer.from([0]), signature])))
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`,
  }
}

const ECDSA_WITH_SHA256 = sequence(hex('06082a8648ce3d040302'))

/** One element of DER: what it is, how long it is, and what is in it. */
function element(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

function sequence(...parts: Buffer[]): Buffer {
  return element(0x30, Buffer.concat(parts))
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}
