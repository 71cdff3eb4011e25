package dev.penstock.processor.decide;

import dev.penstock.api.command.GroupCommand;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.setting.Setting;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of the settings: each has one writer and one order, like a job. */
public final class SettingDecider {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    private static final int MAX_TEXT = 64 * 1024;

    private SettingDecider() {}

    /** What comes of a setting command: the change, or an outcome. */
    public sealed interface Answer {
        /** It is so now. */
        record Changed(SettingEvent event) implements Answer {}

        /** It is not. */
        record Unchanged(Outcome outcome) implements Answer {}
    }

    public static Answer decide(@Nullable Setting before, SettingCommand command) {
        String bad = malformed(command);
        if (bad != null) {
            return refused(command, RefusalKind.INVALID, bad);
        }
        return switch (command) {
            case SettingCommand.PutQueue c ->
                before != null && (c.onlyIfAbsent() || before.equals(c.queue()))
                        ? ignored(command, "The queue " + c.queue().name() + " exists.")
                        : changed(c.queue());
            case SettingCommand.PauseQueue c -> paused(before, c.queue(), true, command);
            case SettingCommand.ResumeQueue c -> paused(before, c.queue(), false, command);
            case SettingCommand.PutPolicy c -> policy(before, c);
            case SettingCommand.PutTemplate c ->
                before != null && (c.onlyIfAbsent() || before.equals(c.template()))
                        ? ignored(command, "The template " + c.template().name() + " exists.")
                        : changed(c.template());
            case SettingCommand.PutLimit c -> notYet(command);
            case SettingCommand.PutFormat c ->
                before instanceof Setting.Format f && f.level() >= c.format().level()
                        ? ignored(command, "The format level is " + f.level() + " already.")
                        : changed(c.format());
            case SettingCommand.PutSchedule c -> notYet(command);
            case SettingCommand.PauseSchedule c -> notYet(command);
            case SettingCommand.TriggerSchedule c -> notYet(command);
            case SettingCommand.DeleteSchedule c -> notYet(command);
        };
    }

    /** Acts on failure groups and workers come later. */
    public static Answer decide(GroupCommand command) {
        String name = command.getClass().getSimpleName();
        return new Answer.Unchanged(new Outcome.CommandRefused(
                name,
                RefusalKind.NOT_SUPPORTED,
                "This version of Penstock does not decide " + name + " for " + command.route() + "."));
    }

    private static Answer policy(@Nullable Setting before, SettingCommand.PutPolicy c) {
        if (before instanceof Setting.Type t
                && t.policy().version() >= c.type().policy().version()) {
            return ignored(
                    c,
                    "The type " + t.name() + " has policy version " + t.policy().version()
                            + "; only a higher version replaces it.");
        }
        return changed(c.type());
    }

    private static Answer paused(@Nullable Setting before, String queue, boolean paused, SettingCommand command) {
        if (!(before instanceof Setting.Queue q)) {
            return refused(command, RefusalKind.UNKNOWN_NAME, "there is no queue " + queue + ".");
        }
        return q.paused() == paused
                ? ignored(command, "The queue " + queue + " is " + (paused ? "paused" : "running") + " already.")
                : changed(q.withPaused(paused));
    }

    private static @Nullable String malformed(SettingCommand command) {
        return switch (command) {
            case SettingCommand.PutQueue c ->
                QUEUE.matcher(c.queue().name()).matches()
                        ? null
                        : "a queue's name is made of letters, digits, _ and -, at most 60.";
            case SettingCommand.PutPolicy c ->
                !NAME.matcher(c.type().name()).matches()
                        ? "a type's name is made of letters, digits, . _ and -, at most 100."
                        : !QUEUE.matcher(c.type().queue()).matches()
                                ? "a queue's name is made of letters, digits, _ and -, at most 60; this type's is \""
                                        + c.type().queue() + "\"."
                                : c.type().schemas().toString().length() > MAX_TEXT
                                        ? "its schemas have over 64 KB."
                                        : null;
            case SettingCommand.PutTemplate c ->
                !NAME.matcher(c.template().name()).matches()
                        ? "a template's name is made of letters, digits, . _ and -, at most 100."
                        : c.template().body().length() > MAX_TEXT
                                        || c.template().subject().length() > 1_000
                                ? "its text has over 64 KB, or its subject over 1,000 characters."
                                : null;
            default -> null;
        };
    }

    private static Answer changed(Setting setting) {
        return new Answer.Changed(new SettingEvent.SettingChanged(setting));
    }

    private static Answer ignored(SettingCommand command, String answer) {
        return new Answer.Unchanged(
                new Outcome.CommandIgnored(command.getClass().getSimpleName(), answer));
    }

    private static Answer refused(SettingCommand command, RefusalKind kind, String what) {
        String name = command.getClass().getSimpleName();
        return new Answer.Unchanged(
                new Outcome.CommandRefused(name, kind, "Cannot " + name + " for " + command.key() + ": " + what));
    }

    private static Answer notYet(SettingCommand command) {
        return refused(command, RefusalKind.NOT_SUPPORTED, "this version of Penstock has no schedules yet.");
    }
}
