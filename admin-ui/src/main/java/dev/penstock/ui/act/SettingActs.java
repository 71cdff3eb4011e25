package dev.penstock.ui.act;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of settings that a person makes (S0.25, S0.26), and what is asked of workers. */
public final class SettingActs {
    private final Acts acts;
    private final KnownSettings settings;

    public SettingActs(Acts acts, KnownSettings settings) {
        this.acts = acts;
        this.settings = settings;
    }

    /**
     * What an administrator may change of a job type; in force from the next attempt (S0.25).
     *
     * @param maxAttempts attempts of a round
     * @param backoff waits between them
     * @param timeout longest running time of an attempt; null: none
     * @param ends what becomes of its jobs
     */
    public record PolicyChange(
            int maxAttempts, Backoff backoff, @Nullable Duration timeout, Ends ends) {

        /**
         * What becomes of jobs; null: as it is.
         *
         * @param onExhausted after the last attempt (S1.21, S3.16)
         * @param onLeaseLost after a lost lease (S1.23)
         * @param onChildFailed after a failed child
         * @param deleteAfter how long a completed or aborted job is kept (S3.17)
         * @param artifactRetention how long files are kept (S4.15)
         */
        public record Ends(
                JobPolicy.@Nullable OnExhausted onExhausted,
                JobPolicy.@Nullable OnLeaseLost onLeaseLost,
                JobPolicy.@Nullable OnChildFailed onChildFailed,
                @Nullable Duration deleteAfter,
                @Nullable Duration artifactRetention) {}

        /** The policy with these changes, in its next version; what a type can do only its handler declares. */
        JobPolicy of(JobPolicy before) {
            return new JobPolicy(
                    before.version() + 1,
                    before.capabilities(),
                    maxAttempts,
                    backoff,
                    timeout,
                    or(ends.onExhausted, before.onExhausted()),
                    or(ends.onLeaseLost, before.onLeaseLost()),
                    or(ends.onChildFailed, before.onChildFailed()),
                    or(ends.deleteAfter, before.deleteAfter()),
                    or(ends.artifactRetention, before.artifactRetention()));
        }

        private static <T> T or(@Nullable T asked, T before) {
            return asked == null ? before : asked;
        }
    }

    /**
     * Changes a type's policy.
     *
     * @param shown version of the policy that the person saw; if another came in between, nothing is sent
     * @throws IllegalArgumentException if a value is out of bounds; the sentence says which
     */
    public ActResult changePolicy(String type, PolicyChange change, int shown, Who who) {
        Setting.Type before = settings.knownType(type).orElse(null);
        if (before == null) {
            return refused(
                    RefusalKind.UNKNOWN_NAME,
                    say("There is no job type {1}: a worker that knows it declares it at its start.", type));
        }
        JobPolicy policy = before.policy();
        if (policy.version() != shown) {
            return refused(
                    RefusalKind.VERSION_CHANGED,
                    say(
                            "The policy of {1} has changed since you looked (version {2}, you saw {3}). Look again, then decide.",
                            type, policy.version(), shown));
        }
        Setting.Type after = new Setting.Type(
                before.name(), before.description(), before.queue(), change.of(policy), before.schemas());
        return acts.perform(new SettingCommand.PutPolicy(after), who);
    }

    /**
     * Changes the text of a template, used by the next e-mail (S0.26).
     *
     * @param seen the {@link #seen} of the text that the person saw; if another came in between, nothing is sent. Null:
     *     whatever it is
     */
    public ActResult changeTemplate(Setting.Template changed, @Nullable String seen, Who who) {
        Setting.Template before = settings.knownTemplate(changed.name()).orElse(null);
        if (before == null) {
            return refused(
                    RefusalKind.UNKNOWN_NAME,
                    say(
                            "There is no template {1}: a worker whose handler uses it declares it at its start.",
                            changed.name()));
        }
        if (seen != null && !seen.equals(seen(before))) {
            return refused(
                    RefusalKind.VERSION_CHANGED,
                    say("The template {1} has changed since you looked. Look again, then decide.", changed.name()));
        }
        return acts.perform(new SettingCommand.PutTemplate(changed, false), who);
    }

    /**
     * The limits of a queue; null: none.
     *
     * @param maxRunning jobs that may run at a time, over all workers
     * @param window jobs of one root dispatched and not yet started at a time
     * @param maxRunningPerRoot running jobs of one root at a time
     */
    public record QueueLimits(
            @Nullable Integer maxRunning,
            int window,
            @Nullable Integer maxRunningPerRoot) {
        public QueueLimits {
            atLeastOne("maxRunning", maxRunning);
            atLeastOne("window", window);
            atLeastOne("maxRunningPerRoot", maxRunningPerRoot);
        }

        private static void atLeastOne(String name, @Nullable Integer value) {
            if (value != null && value < 1) {
                throw new IllegalArgumentException(name + " is at least 1, not " + value);
            }
        }
    }

    /** Changes the limits of a queue; whether it is paused stays as it is. */
    public ActResult changeQueue(String name, QueueLimits limits, Who who) {
        Setting.Queue before = settings.knownQueue(name).orElse(null);
        if (before == null) {
            return refused(
                    RefusalKind.UNKNOWN_NAME,
                    say("There is no queue {1}: a worker that serves it declares it at its start.", name));
        }
        Setting.Queue after = new Setting.Queue(
                name,
                before.paused(),
                before.description(),
                limits.maxRunning(),
                limits.window(),
                limits.maxRunningPerRoot());
        return acts.perform(new SettingCommand.PutQueue(after, false), who);
    }

    /** Workers poll the queue no more, or again. */
    public ActResult pauseQueue(String name, boolean paused, Who who) {
        return acts.perform(paused ? new SettingCommand.PauseQueue(name) : new SettingCommand.ResumeQueue(name), who);
    }

    /** The worker takes nothing new and finishes what it has. */
    public ActResult quiet(String worker, Who who) {
        return acts.perform(new GroupCommand.Quiet(worker), who);
    }

    /**
     * A group of failures is shown no more for a while.
     *
     * @param howLong null: until it is resolved
     */
    public ActResult mute(String fingerprint, @Nullable Duration howLong, Who who) {
        return acts.perform(new GroupCommand.Mute(fingerprint, howLong), who);
    }

    /** A muted group is shown again. */
    public ActResult unmute(String fingerprint, Who who) {
        // A mute that ends at once: the vocabulary has no word of its own for it.
        return mute(fingerprint, Duration.ofMillis(1), who);
    }

    /** The cause of a group of failures is gone; if one more fails so, the group opens again. */
    public ActResult resolve(String fingerprint, Who who) {
        return acts.perform(new GroupCommand.Resolve(fingerprint), who);
    }

    /** Names a template's text as somebody saw it; templates carry no version. */
    public static String seen(Setting.Template template) {
        return Integer.toHexString(Objects.hash(template.subject(), template.body()));
    }

    private static ActResult refused(RefusalKind kind, String sentence) {
        return new ActResult.Refused("", kind, sentence);
    }
}
