package dev.penstock.api.key;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The secret in each dispatch that every report about it returns, so that only a reader of the work topic can report
 * (failure scenario A7). Which worker holds the lease is not in it: the log says that.
 *
 * <p>Costs about a microsecond. Thread-safe.
 */
public final class LeaseToken {
    private static final int LENGTH = 16;

    private final Secrets secrets;

    public LeaseToken(Secrets secrets) {
        this.secrets = secrets;
    }

    /** The token of a dispatch. */
    public String issue(JobId job, int round, int attempt, long number) {
        return secrets.make(secret -> sign(secret, job, round, attempt, number));
    }

    /** Whether {@code token} came with the dispatch of this lease, made with the current or the previous secret. */
    public boolean fits(@Nullable String token, JobId job, Lease lease) {
        return token != null
                && secrets.made(token, secret -> sign(secret, job, lease.round(), lease.attempt(), lease.number()));
    }

    private static byte[] sign(Secret secret, JobId job, int round, int attempt, long number) {
        byte[] whole = secret.hmac(
                "lease", job.value(), Integer.toString(round), Integer.toString(attempt), Long.toString(number));
        return Arrays.copyOf(whole, LENGTH);
    }
}
