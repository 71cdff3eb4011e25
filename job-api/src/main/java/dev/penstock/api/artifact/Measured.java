package dev.penstock.api.artifact;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What was copied.
 *
 * @param size bytes
 * @param sha256 hexadecimal
 */
public record Measured(long size, String sha256) {
    private static final int BUFFER = 64 * 1024;

    /**
     * Copies a stream to its end.
     *
     * @throws ArtifactRefused if it is longer than {@code limit} bytes
     */
    public static Measured copy(InputStream in, OutputStream out, long limit) throws IOException {
        MessageDigest sha = digest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > limit) {
                throw new ArtifactRefused("The file has more than " + limit + " bytes, the most that is kept. Make it"
                        + " smaller, split it, or raise the limit of the worker and of the admin UI");
            }
            sha.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        return new Measured(size, HexFormat.of().formatHex(sha.digest()));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
