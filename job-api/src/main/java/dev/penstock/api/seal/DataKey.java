package dev.penstock.api.seal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of one subject: AES-256-GCM. Never printed.
 *
 * <p>The nonce follows from what is sealed and where (HMAC-SHA256 with a key of its own): a job that is submitted twice under one
 * idempotency key has one payload, and must have one when it is sealed. It repeats for the same text in the same place alone.
 */
public final class DataKey {
    static final int BYTES = 32;
    static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final String subject;
    private final String id;
    private final SecretKeySpec cipherKey;
    private final SecretKeySpec nonceKey;

    /**
     * A key from its 32 bytes.
     *
     * @param subject pseudonym of whose it is
     * @param id of the key among those of the subject
     */
    public DataKey(String subject, String id, byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A key has " + BYTES + " bytes, not " + bytes.length);
        }
        this.subject = subject;
        this.id = id;
        cipherKey = new SecretKeySpec(hmac(new SecretKeySpec(bytes, "HmacSHA256"), "cipher"), "AES");
        nonceKey = new SecretKeySpec(hmac(new SecretKeySpec(bytes, "HmacSHA256"), "nonce"), "HmacSHA256");
    }

    /** Pseudonym of whose it is. */
    public String subject() {
        return subject;
    }

    /** Its name among the keys of its subject. */
    public String id() {
        return id;
    }

    /** Nonce, ciphertext and tag; {@code place} must be the same to open it. */
    byte[] seal(byte[] clear, String place) {
        byte[] aad = aad(place);
        byte[] nonce = Arrays.copyOf(hmac(nonceKey, aad, clear), NONCE);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, cipherKey, nonce, aad).doFinal(clear);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot seal with AES-GCM", e);
        }
    }

    /** What was sealed in that place; throws {@link GeneralSecurityException} if it was not, or not with this key. */
    byte[] open(byte[] sealed, String place) throws GeneralSecurityException {
        return open(cipherKey, sealed, aad(place));
    }

    static byte[] open(SecretKeySpec key, byte[] sealed, byte[] aad) throws GeneralSecurityException {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            throw new GeneralSecurityException("too short");
        }
        return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), aad)
                .doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, byte[] aad) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(aad);
        return cipher;
    }

    private byte[] aad(String place) {
        return (subject + '/' + id + '\n' + place).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hmac(SecretKeySpec key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256 over the parts, each with its length before it. */
    static byte[] hmac(SecretKeySpec key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (byte[] part : parts) {
                int n = part.length;
                mac.update(new byte[] {(byte) (n >>> 24), (byte) (n >>> 16), (byte) (n >>> 8), (byte) n});
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot compute HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "a key of " + subject;
    }
}
