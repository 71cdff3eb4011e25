package dev.penstock.api.key;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The secret that signs, and the one before it that is still accepted, so that a key can be changed while everything
 * runs: new first where it is checked, then where it signs.
 *
 * @param current signs
 * @param previous accepted too; null once everybody has the new one
 */
public record Secrets(Secret current, @Nullable Secret previous) {
    public static Secrets of(Secret only) {
        return new Secrets(only, null);
    }

    /** These after one rotation: what signed is still accepted, what was accepted before is not. */
    public Secrets rotated() {
        return new Secrets(Secret.random(), current);
    }

    /** Whether {@code token} is what one of the two secrets makes; compared in constant time. */
    boolean made(String token, Function<Secret, byte[]> signing) {
        byte[] said;
        try {
            said = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return MessageDigest.isEqual(said, signing.apply(current))
                || (previous != null && MessageDigest.isEqual(said, signing.apply(previous)));
    }

    /** What the current secret makes, as text. */
    String make(Function<Secret, byte[]> signing) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signing.apply(current));
    }
}
