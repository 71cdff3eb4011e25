package dev.penstock.api.seal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the keys of subjects are wrapped with, and their pseudonyms made with. Never printed.
 *
 * <p>Those have it who submit jobs of subjects, run them, or erase; nobody else needs it, the processor and the projector least of
 * all. Lost, it takes every sealed field with it. There is none by default.
 */
public final class MasterKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PSEUDONYM = 16;
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final SecretKeySpec wrapping;
    private final SecretKeySpec naming;

    private MasterKey(byte[] bytes) {
        SecretKeySpec root = new SecretKeySpec(bytes, "HmacSHA256");
        wrapping = new SecretKeySpec(DataKey.hmac(root, "wrap"), "AES");
        naming = new SecretKeySpec(DataKey.hmac(root, "name"), "HmacSHA256");
    }

    /**
     * The key in a file: 32 bytes in base64, such as {@code openssl rand -base64 32} prints; readable by its owner alone.
     *
     * @throws IllegalStateException with a sentence, which does not repeat the file, if it is missing, malformed, or others can read it
     */
    public static MasterKey read(Path file) {
        String text;
        try {
            refuseIfOthersCanRead(file);
            text = Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The master key " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + "). Make it once: (umask 077; openssl rand -base64 32 > "
                            + file + ")",
                    e);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
            if (bytes.length == DataKey.BYTES) {
                return new MasterKey(bytes);
            }
        } catch (IllegalArgumentException e) {
            // Said below; the cause would repeat a part of the key.
        }
        throw new IllegalStateException("The master key " + file + " is not " + DataKey.BYTES + " bytes in base64");
    }

    private static void refuseIfOthersCanRead(Path file) throws IOException {
        if (Files.getFileAttributeView(file, PosixFileAttributeView.class) == null || !Files.exists(file)) {
            return;
        }
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalStateException("The master key " + file
                    + " can be used by others. Whoever reads it can open what is sealed:" + " chmod 600 " + file);
        }
    }

    /** The name of a person in records. */
    public String pseudonym(String tenant, String person) {
        byte[] name =
                DataKey.hmac(naming, tenant.getBytes(StandardCharsets.UTF_8), person.getBytes(StandardCharsets.UTF_8));
        return text(Arrays.copyOf(name, PSEUDONYM));
    }

    /** A new key's bytes, wrapped for the place it is kept in. */
    String wrapNew(String place) {
        byte[] bytes = random(DataKey.BYTES);
        byte[] nonce = random(DataKey.NONCE);
        try {
            byte[] wrapped = DataKey.cipher(Cipher.ENCRYPT_MODE, wrapping, nonce, aad(place))
                    .doFinal(bytes);
            byte[] all = Arrays.copyOf(nonce, nonce.length + wrapped.length);
            System.arraycopy(wrapped, 0, all, nonce.length, wrapped.length);
            return text(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK cannot seal with AES-GCM", e);
        }
    }

    /**
     * The bytes of a wrapped key.
     *
     * @throws IllegalStateException if it was wrapped with another master key, or for another place
     */
    byte[] unwrap(String wrapped, String place) {
        try {
            return DataKey.open(wrapping, Base64.getUrlDecoder().decode(wrapped), aad(place));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(
                    "The key of a subject was wrapped with another master key than this program has", e);
        }
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] aad(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "a master key";
    }
}
