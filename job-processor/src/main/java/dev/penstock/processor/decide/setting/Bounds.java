package dev.penstock.processor.decide.setting;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.setting.Setting;
import dev.penstock.processor.turn.Waits;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a setting may be; each sentence names the field, its bounds and what was asked for. */
final class Bounds {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final Pattern SCHEDULE = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final int MAX_TEXT = 64 * 1024;
    private static final int MAX_LINE = 1_000;
    private static final int MAX_ID = 200;
    private static final int MOST = 1_000_000;
    /** More dispatched jobs of one root would make the others wait for seconds. */
    private static final int MOST_WINDOW = 10_000;

    private static final int MOST_ATTEMPTS = 1_000;
    private static final Duration LONGEST_KEPT = Duration.ofDays(3_660);

    private Bounds() {}

    /** What is wrong, beginning in the middle of a sentence; null if nothing is. */
    static @Nullable String objection(SettingCommand command) {
        return switch (command) {
            case SettingCommand.PutQueue c -> ofQueue(c.queue());
            case SettingCommand.PutPolicy c -> ofType(c.type());
            case SettingCommand.PutTemplate c -> ofTemplate(c.template());
            case SettingCommand.PutLimit c -> ofLimit(c.limit());
            case SettingCommand.PutFormat c -> ofFormat(c.format());
            case SettingCommand.PutSchedule c -> ofScheduleName(c.schedule().name());
            case SettingCommand.FireSchedule c -> ofScheduleName(c.schedule());
            case SettingCommand.TriggerSchedule c -> ofScheduleName(c.schedule());
            case SettingCommand.PauseSchedule c -> ofScheduleName(c.schedule());
            case SettingCommand.DeleteSchedule c -> ofScheduleName(c.schedule());
            case SettingCommand.PauseQueue c -> null;
            case SettingCommand.ResumeQueue c -> null;
        };
    }

    static @Nullable String objection(GroupCommand command) {
        return switch (command) {
            case GroupCommand.Mute c ->
                c.duration() != null && (c.duration().isZero() || !Waits.isPossible(c.duration()))
                        ? "it is muted for more than no time and at most " + Waits.LONGEST.toDays() + " days, not "
                                + c.duration() + "."
                        : ofId("fingerprint", c.fingerprint());
            case GroupCommand.Resolve c -> ofId("fingerprint", c.fingerprint());
            case GroupCommand.Quiet c -> ofId("worker", c.worker());
        };
    }

    static boolean isScheduleName(String name) {
        return SCHEDULE.matcher(name).matches();
    }

    private static @Nullable String ofScheduleName(String name) {
        return isScheduleName(name)
                ? null
                : "a schedule's name is made of letters, digits, _ and -, at most 50: it begins the ids of its jobs.";
    }

    private static @Nullable String ofId(String field, String id) {
        return id.isBlank() || id.length() > MAX_ID
                ? field + " has 1 to " + MAX_ID + " characters, not " + id.length() + "."
                : null;
    }

    private static @Nullable String ofQueue(Setting.Queue q) {
        if (!QUEUE.matcher(q.name()).matches()) {
            return "a queue's name is made of letters, digits, _ and -, at most 60.";
        }
        if (q.description().length() > MAX_LINE) {
            return "its description has over 1,000 characters.";
        }
        String bad = between("maxRunning", q.maxRunning(), MOST);
        bad = bad != null ? bad : between("window", q.window(), MOST_WINDOW);
        return bad != null ? bad : between("maxRunningPerRoot", q.maxRunningPerRoot(), MOST);
    }

    private static @Nullable String ofType(Setting.Type type) {
        if (!NAME.matcher(type.name()).matches()) {
            return "a type's name is made of letters, digits, . _ and -, at most 100.";
        }
        if (!QUEUE.matcher(type.queue()).matches()) {
            return "a queue's name is made of letters, digits, _ and -, at most 60; this type's is \"" + type.queue()
                    + "\".";
        }
        if (type.description().length() > MAX_LINE) {
            return "its description has over 1,000 characters.";
        }
        return type.schemas().toString().length() > MAX_TEXT ? "its schemas have over 64 KB." : ofPolicy(type.policy());
    }

    private static @Nullable String ofPolicy(JobPolicy p) {
        String bad = between("maxAttempts", p.maxAttempts(), MOST_ATTEMPTS);
        bad = bad != null ? bad : atMost("timeout", p.timeout(), Waits.LONGEST);
        bad = bad != null ? bad : atMost("backoff.max", p.backoff().max(), Waits.LONGEST);
        bad = bad != null ? bad : atMost("deleteAfter", p.deleteAfter(), LONGEST_KEPT);
        return bad != null ? bad : atMost("artifactRetention", p.artifactRetention(), LONGEST_KEPT);
    }

    private static @Nullable String ofTemplate(Setting.Template t) {
        if (!NAME.matcher(t.name()).matches()) {
            return "a template's name is made of letters, digits, . _ and -, at most 100.";
        }
        return t.body().length() > MAX_TEXT || t.subject().length() > MAX_LINE
                ? "its text has over 64 KB, or its subject over 1,000 characters."
                : null;
    }

    private static @Nullable String ofLimit(Setting.Limit limit) {
        Duration per = limit.per();
        if (!QUEUE.matcher(limit.name()).matches()) {
            return "a limit's name is made of letters, digits, _ and -, at most 60: jobs name it with limitKey, alone or as"
                    + " name:key.";
        }
        if (limit.maxRunning() == null && limit.rate() == null) {
            return "it limits nothing: give maxRunning, or rate and per, or both.";
        }
        if ((limit.rate() == null) != (per == null)) {
            return "rate and per belong together: so many starts within such a time.";
        }
        if (per != null && (per.compareTo(Duration.ofSeconds(1)) < 0 || per.compareTo(Duration.ofDays(1)) > 0)) {
            return "per is one second to one day, not " + per + ".";
        }
        String bad = between("maxRunning", limit.maxRunning(), MOST);
        return bad != null ? bad : between("rate", limit.rate(), MOST);
    }

    private static @Nullable String ofFormat(Setting.Format format) {
        if (!format.name().equals(Levels.NAME)) {
            return "there is one format level, and its name is " + Levels.NAME + ".";
        }
        return format.level() < 1 || format.level() > Levels.LATEST
                ? "the level is 1 to " + Levels.LATEST + ", which is the highest that this processor writes, not "
                        + format.level() + ". Start the newer version in all processors first."
                : null;
    }

    private static @Nullable String between(String field, @Nullable Integer value, int most) {
        return value == null || (value >= 1 && value <= most)
                ? null
                : field + " is 1 to " + most + ", not " + value + ".";
    }

    private static @Nullable String atMost(String field, @Nullable Duration value, Duration most) {
        return value == null || value.compareTo(most) <= 0
                ? null
                : field + " is at most " + most.toDays() + " days, not " + value + ".";
    }
}
