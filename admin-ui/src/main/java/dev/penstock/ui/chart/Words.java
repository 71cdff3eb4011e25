package dev.penstock.ui.chart;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Priority;
import java.util.List;
import java.util.Locale;

/** Words that come as names out of the rules and the log: of lanes, kinds of failures, events, roles. */
public final class Words {
    /** What may come; said by {@link #of}. */
    static final List<String> KNOWN = List.of(
            english("high"),
            english("normal"),
            english("low"),
            english("transient"),
            english("permanent"),
            english("system"),
            english("none"),
            english("viewer"),
            english("operator"),
            english("administrator"),
            english("user"),
            english("light"),
            english("text"),
            english("number"),
            english("boolean"),
            english("null"));

    /** Events as the history names them. */
    static final List<String> EVENTS = List.of(
            english("Abort requested"),
            english("Answer requested"),
            english("Artifact attached"),
            english("Artifact expired"),
            english("Attempt failed"),
            english("Attempt handed back"),
            english("Attempt lost"),
            english("Attempt snoozed"),
            english("Attempt started"),
            english("Attempt stopped"),
            english("Attempt succeeded"),
            english("Checkpoint saved"),
            english("Child ended"),
            english("Child reopened"),
            english("Children awaited"),
            english("Children spawned"),
            english("Command ignored"),
            english("Command refused"),
            english("Deliveries exhausted"),
            english("Dispatch vanished"),
            english("Errors flagged"),
            english("Force stop requested"),
            english("Group acted"),
            english("Aborted"),
            english("Completed"),
            english("Deleted"),
            english("Dispatched"),
            english("Failed"),
            english("Requeued"),
            english("Scheduled"),
            english("Stopped"),
            english("Submitted"),
            english("Policy renewed"),
            english("Predecessor awaited"),
            english("Priority changed"),
            english("Progress reported"),
            english("Retry scheduled"),
            english("Review cleared"),
            english("Schedule fired"),
            english("Schedule skipped"),
            english("Setting changed"),
            english("Setting deleted"),
            english("Stale dispatch dropped"),
            english("Stop requested"),
            english("Subject erased"),
            english("Wait ended"));

    private Words() {}

    /** The word in the reader's language; one that nobody knows stays as it is. */
    public static String of(String english) {
        return say(english);
    }

    /** A priority, or the lane that is named like it. */
    public static String of(Priority priority) {
        return say(priority.name().toLowerCase(Locale.ROOT));
    }

    /** "JobSubmitted": "Submitted"; "AttemptStarted": "Attempt started". */
    public static String event(String name) {
        String words = name.replaceFirst("^Job(?=[A-Z])", "").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return say(words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT));
    }

    /** Whether it is the name of an event, as the log writes it. */
    static boolean isEvent(String name) {
        return name.matches("([A-Z][a-z]+){2,}");
    }
}
