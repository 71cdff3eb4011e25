package dev.penstock.api.setting;

import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code jobs.settings}. Its key names kind and name, such as {@code queue/mail}; the key is also the route
 * of the commands that change it, so each setting has one writer and one order.
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
     * A queue (S0.6, S1.27).
     *
     * @param paused workers do not poll it
     * @param description what work it carries
     * @param maxRunning concurrency limit over all workers; null: none
     * @param window jobs of one root dispatched and not yet started at a time
     * @param maxRunningPerRoot running jobs of one root at a time; null: by the default rule
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

    /** A recurring schedule: cron expression with time zone, overlap and catch-up rule, and what it submits. */
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
            return "schedule";
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
