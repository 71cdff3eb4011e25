package dev.penstock.api.dispatch;

/**
 * A key of a data subject, keyed by {@code <subject>/<key>} in {@code jobs.keys}; a record without a value: it was erased (B15).
 *
 * @param v version of this form
 * @param wrapped nonce, ciphertext and tag of the key under the master key, in URL-safe base64
 */
public record WrappedKey(int v, String wrapped) {}
