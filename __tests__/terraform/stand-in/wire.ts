import { ExtensionCodec, decode, encode } from "@msgpack/msgpack";
import { UNKNOWN, isUnknown, type TfValue } from "./values";

/** A value as protocol 6 carries it. */
export interface DynamicValue {
  readonly msgpack: Uint8Array;
}

const codec = new ExtensionCodec();
// 0 is an unknown; 12 is an unknown with refinements, which the stand-in has no use for.
codec.register({
  type: 0,
  encode: (value) => (value === UNKNOWN ? new Uint8Array([0]) : null),
  decode: () => UNKNOWN,
});
codec.register({ type: 12, encode: () => null, decode: () => UNKNOWN });

/** Reads a value that Terraform sent; absent and empty mean null. */
export function decodeValue(wire: DynamicValue | null | undefined): TfValue {
  if (!wire || wire.msgpack.length === 0) return null;
  return decode(wire.msgpack, { extensionCodec: codec }) as TfValue;
}

/** Writes a value for Terraform. */
export function encodeValue(value: TfValue): DynamicValue {
  return { msgpack: Buffer.from(encode(value, { extensionCodec: codec })) };
}

/** The value with every unknown replaced by null: Terraform refuses unknowns after an apply. */
export function withoutUnknowns(value: TfValue): TfValue {
  if (isUnknown(value)) return null;
  if (Array.isArray(value)) return value.map(withoutUnknowns);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, withoutUnknowns(child)]),
  );
}
