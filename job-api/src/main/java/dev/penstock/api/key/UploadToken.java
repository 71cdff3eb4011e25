package dev.penstock.api.key;

import dev.penstock.api.job.JobId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The secret in each dispatch that lets its worker upload files of this attempt to the admin UI, and nothing else. Made with a
 * key of its own, so that the admin UI can check it without being able to make lease tokens. Thread-safe.
 */
public final class UploadToken {
    private static final int LENGTH = 16;

    private final Secrets secrets;

    /** Makes and checks tokens with {@link Keys#artifacts}. */
    public UploadToken(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The token of a dispatch. */
    public String issue(JobId job, long number) {
        return secrets.make(secret -> sign(secret, job, number));
    }

    /** Whether {@code token} came with the dispatch of this lease number, made with the current or the previous secret. */
    public boolean fits(@Nullable String token, JobId job, long number) {
        return token != null && secrets.made(token, secret -> sign(secret, job, number));
    }

    private static byte[] sign(Secret secret, JobId job, long number) {
        return Arrays.copyOf(secret.hmac("artifact", job.value(), Long.toString(number)), LENGTH);
    }
}
