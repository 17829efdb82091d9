package io.cloudsyncctl.model.setting;

/**
 * How a setting's value stands on the wire. {@code encode(decode(x))} equals {@code x} for every
 * value that a NAS answers: what nobody declared is sent back as it was read.
 */
public interface WireCodec<T> {

  /** Reads a value. */
  T decode(WireValue wire) throws WireFormatException;

  /** Writes a value. */
  WireValue encode(T value);
}
