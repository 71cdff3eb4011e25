package dev.penstock.ui.chart;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Status;
import dev.penstock.ui.tongue.Language;
import dev.penstock.ui.tongue.Tongue;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sentences that the rules made in English, here or in the processor, in the reader's language: the log keeps them as they
 * were made. One that is not known stays English.
 */
public final class Sentences {
    /** The verbs of the rules, as they stand in such sentences. */
    static final List<String> VERBS = List.of(
            english("stop"),
            english("force stop"),
            english("resume"),
            english("abort"),
            english("retry"),
            english("restart"),
            english("run now"),
            english("change the priority of"),
            english("edit and retry"),
            english("expire the lease of"),
            english("delete"),
            english("clear the review flag of"),
            english("erase the subject of"),
            english("paused"),
            english("running"));

    private static final List<Sentence> KNOWN = Stream.of(
                    english("Cannot {1} {2} {3}: it is {4}; that is possible while a job is {5}."),
                    english("Cannot {1} {2} {3}: this version of Penstock does not do that yet."),
                    english("Cannot {1} {2} {3}: a batch without a last job has nothing to run. Retry its jobs."),
                    english("Cannot {1} {2} {3}: jobs of this type cannot be stopped."),
                    english("Cannot {1} {2} {3}: a stopped job of this type cannot go on; it can only be deleted."),
                    english("Cannot {1} {2} {3}: jobs of this type run only once."),
                    english("{1} {2} has priority {3} already."),
                    english("{1} {2} is not flagged for review."),
                    english("{1} {2} waits for nothing."),
                    english("Lease {1} of {2} is no longer in force."),
                    english("The queue {1} is {2} already."),
                    english("The schedule {1} is {2} already."),
                    english("Done: {1} for {2}."),
                    english("The operation was aborted before its turn."),
                    english("The trial is over: look what became of them, then go on with the rest or abort."),
                    english("Paused by {1}."),
                    english("Aborted by {1}."))
            .map(Sentence::of)
            .toList();

    private static final Pattern STATUS = Pattern.compile(Arrays.stream(Status.values())
            .map(Status::name)
            .reduce((a, b) -> a + "|" + b)
            .orElse(""));

    private Sentences() {}

    /** What is said, in the reader's language. */
    public static String retold(String english) {
        if (Tongue.language() == Language.ENGLISH) {
            return english;
        }
        return KNOWN.stream()
                .map(sentence -> sentence.pattern().matcher(english))
                .flatMap(matcher -> matcher.matches() ? Stream.of(matcher) : Stream.empty())
                .findFirst()
                .map(Sentences::said)
                .orElse(english);
    }

    private static String said(Matcher found) {
        Object[] parts = new Object[found.groupCount()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(found.group(i + 1));
        }
        String key = KNOWN.stream()
                .filter(sentence -> sentence.pattern().equals(found.pattern()))
                .map(Sentence::english)
                .findFirst()
                .orElseThrow();
        return say(key, parts);
    }

    /** A verb, an event, statuses, or a name that stays as it is. */
    private static String part(String part) {
        if (VERBS.contains(part)) {
            return say(part);
        }
        return Words.isEvent(part) ? Words.event(part) : STATUS.matcher(part).replaceAll(Sentences::word);
    }

    private static String word(MatchResult status) {
        return Matcher.quoteReplacement(
                StatusStyle.of(Status.valueOf(status.group())).word());
    }

    private record Sentence(String english, Pattern pattern) {
        static Sentence of(String english) {
            // A verb may be several words, so it is one of those that are known; what else is slotted has its place by
            // what surrounds it.
            String verbs = "(" + String.join("|", VERBS) + ")";
            String pattern = Pattern.compile("\\{\\d}")
                    .splitAsStream(english)
                    .map(Pattern::quote)
                    .reduce((a, b) -> a + (a.endsWith("Cannot \\E") ? verbs : "(.+?)") + b)
                    .orElse("");
            return new Sentence(english, Pattern.compile(pattern));
        }
    }
}
