package dev.penstock.api.setting;

import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code jobs.settings}. Its key names kind and name, such as {@code queue/mail}; {@link #route} makes
 * the route of the commands that change it from that, so each setting has one writer and one order.
 */
public sealed interface Setting {
    /** Name within its kind. */
    String name();

    /** Kind, the first part of the key. */
    String kind();

    /** Record key in {@code jobs.settings}. */
    default String key() {
        return key(kind(), name());
    }

    static String key(String kind, String name) {
        return kind + "/" + name;
    }

    /**
     * Route of the commands and events about the setting with that key: the key itself, but for schedules. A schedule's route
     * is also the first part of the ids of the jobs it makes, so that they live in its partition (failure scenario B1), and
     * a job id holds no slash.
     */
    static String route(String key) {
        int slash = key.indexOf('/');
        String kind = slash < 0 ? "" : key.substring(0, slash);
        return kind.equals(Schedule.KIND) || kind.equals(Firings.KIND)
                ? Schedule.KIND + "-" + key.substring(slash + 1)
                : key;
    }

    /**
     * A queue (S0.6, S1.27).
     *
     * @param paused workers do not poll it
     * @param description what work it carries
     * @param maxRunning concurrency limit over all workers; null: none
     * @param window jobs of one root dispatched and not yet started at a time
     * @param maxRunningPerRoot running jobs of one root at a time; null: half of the slots that workers offer to the queue, and only while another root waits in it
     */
    record Queue(
            String name,
            boolean paused,
            String description,
            @Nullable Integer maxRunning,
            int window,
            @Nullable Integer maxRunningPerRoot)
            implements Setting {
        public static final int DEFAULT_WINDOW = 100;

        public static Queue named(String name, String description) {
            return new Queue(name, false, description, null, DEFAULT_WINDOW, null);
        }

        public Queue withPaused(boolean now) {
            return new Queue(name, now, description, maxRunning, window, maxRunningPerRoot);
        }

        @Override
        public String kind() {
            return "queue";
        }
    }

    /**
     * A job type with its policy and the JSON Schemas of its payload by version.
     *
     * @param queue queue its jobs go to if a submission names none
     * @param schemas JSON Schema by schema version
     */
    record Type(String name, String description, String queue, JobPolicy policy, Map<Integer, Json> schemas)
            implements Setting {
        public Type {
            schemas = Map.copyOf(schemas);
        }

        @Override
        public String kind() {
            return "type";
        }
    }

    /**
     * A recurring schedule: what it submits, and when.
     *
     * @param name letters, digits, _ and -, at most 50
     * @param cron five fields of UNIX cron, six with seconds first, or a name such as {@code @hourly}
     * @param zone time zone of the expression, such as {@code Europe/Vienna}
     * @param startWithin a job not started so long after its fire time is aborted, or never submitted; null: no deadline
     * @param spec what is submitted; its runAt, startBefore and idempotencyKey are not allowed
     */
    record Schedule(
            String name,
            String cron,
            String zone,
            boolean paused,
            Overlap overlap,
            CatchUp catchUp,
            @Nullable Duration startWithin,
            JobSpec spec)
            implements Setting {
        static final String KIND = "schedule";

        /** What happens when the last job of the schedule has not ended. */
        public enum Overlap {
            ALLOW,
            SKIP,
            REPLACE
        }

        /** What happens to fire times that passed while nothing ran. */
        public enum CatchUp {
            NONE,
            LATEST,
            ALL
        }

        @Override
        public String kind() {
            return KIND;
        }

        /** Fires while its last job has ended; of fire times that nobody was there for, the last is made up for. */
        public static Schedule of(String name, String cron, String zone, JobSpec spec) {
            return new Schedule(name, cron, zone, false, Overlap.SKIP, CatchUp.LATEST, null, spec);
        }

        public Schedule withPaused(boolean now) {
            return new Schedule(name, cron, zone, now, overlap, catchUp, startWithin, spec);
        }
    }

    /**
     * How far a schedule has come. Kept by the processors beside the schedule, and published for those who show it.
     *
     * @param name of the schedule
     * @param upTo every fire time up to this moment has been dealt with
     * @param lastAt fire time of its last job; null: none yet
     * @param lastJob that job
     * @param pending a job that waits for the end of the last one ({@code REPLACE}); null: none
     * @param next its next fire times, the first five; empty while it is paused
     */
    record Firings(
            String name,
            Instant upTo,
            @Nullable Instant lastAt,
            @Nullable JobId lastJob,
            @Nullable Pending pending,
            List<Instant> next)
            implements Setting {
        static final String KIND = "firings";

        public Firings {
            next = List.copyOf(next);
        }

        /** A fire time whose job is submitted when the last one has ended. */
        public record Pending(Instant fireTime, JobId job) {}

        @Override
        public String kind() {
            return KIND;
        }
    }

    /**
     * A limit that jobs name with {@code limitKey}: its name alone, or {@code name:key} for a limit of its own for each key.
     * Exact, over all workers and processors (B1).
     *
     * @param maxRunning jobs that may run at a time; null: any number
     * @param rate jobs that may start within {@code per}; null: any number
     * @param per span of the rate
     */
    record Limit(
            String name,
            @Nullable Integer maxRunning,
            @Nullable Integer rate,
            @Nullable Duration per) implements Setting {
        @Override
        public String kind() {
            return "limit";
        }
    }

    /** A text with {@code {placeholders}} that handlers fill in, such as an e-mail (S0.26). */
    record Template(String name, String subject, String body) implements Setting {
        @Override
        public String kind() {
            return "template";
        }
    }

    /** The level of stored state that processors may write (failure scenario B14). */
    record Format(String name, int level) implements Setting {
        @Override
        public String kind() {
            return "format";
        }
    }
}
