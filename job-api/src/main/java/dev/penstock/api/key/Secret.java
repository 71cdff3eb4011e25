package dev.penstock.api.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Bytes that only those know who may sign with them. Never printed. Thread-safe. */
public final class Secret {
    private static final int LENGTH = 32;
    private static final int MIN_LENGTH = 16;
    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;
    private final Mac prototype;

    private Secret(byte[] bytes) {
        this.bytes = bytes.clone();
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(bytes, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot compute " + ALGORITHM, e);
        }
    }

    /** A new one: 256 random bits. */
    public static Secret random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        return new Secret(bytes);
    }

    /**
     * A secret from its written form.
     *
     * @throws IllegalArgumentException if it is not base64 or shorter than 128 bits; the message does not repeat it
     */
    public static Secret parse(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("A secret is written in URL-safe base64; this one is not", e);
        }
        if (bytes.length < MIN_LENGTH) {
            throw new IllegalArgumentException("A secret has at least " + MIN_LENGTH + " bytes, not " + bytes.length);
        }
        return new Secret(bytes);
    }

    /** The written form, for the keys file alone. */
    String written() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** HMAC-SHA256 over the parts, each with its length before it, so that no two lists of parts give one text. */
    byte[] hmac(byte[]... parts) {
        Mac mac = fresh();
        for (byte[] part : parts) {
            int n = part.length;
            mac.update(new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n});
            mac.update(part);
        }
        return mac.doFinal();
    }

    byte[] hmac(String... parts) {
        byte[][] bytesOfParts = new byte[parts.length][];
        for (int i = 0; i < parts.length; i++) {
            bytesOfParts[i] = parts[i].getBytes(StandardCharsets.UTF_8);
        }
        return hmac(bytesOfParts);
    }

    /** A secret that follows from this one and does not betray it. */
    Secret derived(String purpose) {
        return new Secret(hmac("derived", purpose));
    }

    /** A clone costs a tenth of a new instance; a lease token is made for every dispatch. */
    private Mac fresh() {
        try {
            return (Mac) prototype.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This JDK's " + ALGORITHM + " cannot be cloned", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return LENGTH;
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
