package dev.penstock.api.key;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.wire.SubmissionCodec;
import java.security.SecureRandom;
import java.time.Instant;

/**
 * How jobs get their names.
 *
 * <p>A random id begins with its time, so ids sort by creation; an id from an idempotency key is a keyed hash, because the
 * key is often an address that could be guessed from a plain one (failure scenario B15). Thread-safe.
 */
public final class Ids implements SubmissionCodec.Naming {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ROOT = "0";
    private static final int HALF = 10;
    private static final int HASH = 26;
    private static final int PLACE = 20;
    private static final int CHILD = 20;

    private final Secret secret;

    /** Names made with the installation's id secret, the same in every processor; it is never changed. */
    public Ids(Secret secret) {
        this.secret = secret;
    }

    /** A new name for a family's first job: ten characters of milliseconds, ten of chance. */
    public static JobId random(Instant now) {
        return JobId.of(Base32.of(now.toEpochMilli(), HALF) + Base32.of(RANDOM.nextLong(), HALF), ROOT);
    }

    /** A new name for a family's first job, by this machine's clock; the clock only helps sorting. */
    public static JobId random() {
        return random(Instant.now());
    }

    /** A new name for a command: unique, of no meaning. */
    public static String command() {
        return "c-" + Base32.of(System.currentTimeMillis(), HALF) + Base32.of(RANDOM.nextLong(), HALF);
    }

    /** A new name for a process, such as {@code mail-1-4f7q0m2z}: no two starts share one (failure scenario A2). */
    public static String process(String name) {
        return name + "-" + Base32.of(RANDOM.nextLong(), 8);
    }

    /** The job of an idempotency key: the same key of a tenant names the same job for ever. */
    @Override
    public JobId fromKey(String tenant, String key) {
        return JobId.of("k" + Base32.of(secret.hmac("key", tenant, key), HASH), ROOT);
    }

    /** The job of a submission that brought no name: the same whenever its record is read again. */
    @Override
    public JobId fromPlace(SubmissionCodec.Place place) {
        byte[] hash = secret.hmac("place", place.topic(), place.partition() + "", Long.toString(place.offset()));
        return JobId.of("p" + Base32.of(hash, PLACE), ROOT);
    }

    /**
     * The route of a unique job: the same for all jobs of a tenant and type that are equal in their unique arguments, so that
     * their rule is decided in one partition, where the last {@code 26} characters also serve as the key of an index.
     */
    public String uniqueRoute(String tenant, JobSpec spec) {
        JobSpec.Unique rule = spec.unique();
        if (rule == null) {
            throw new IllegalArgumentException("The job " + spec.type() + " is not unique");
        }
        return "u"
                + Base32.of(secret.hmac("unique", tenant, spec.type(), UniqueArguments.of(rule, spec.payload())), HASH);
    }

    /** A new name for a unique job; every one that is admitted has its own. */
    public JobId unique(String tenant, JobSpec spec) {
        return JobId.of(uniqueRoute(tenant, spec), random().route());
    }

    @Override
    public JobId fromUnique(String tenant, JobSpec spec, SubmissionCodec.Place place) {
        return JobId.of(uniqueRoute(tenant, spec), fromPlace(place).route());
    }

    /** A child's name: its parent's route, and a hash of parent and name, so that a second spawn is the same (B8). */
    public JobId child(JobId parent, String name) {
        return JobId.of(parent.route(), Base32.of(secret.hmac("child", parent.value(), name), CHILD));
    }
}
