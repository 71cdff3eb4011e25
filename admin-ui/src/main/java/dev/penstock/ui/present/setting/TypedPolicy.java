package dev.penstock.ui.present.setting;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Backoff;
import dev.penstock.api.job.JobPolicy.OnChildFailed;
import dev.penstock.api.job.JobPolicy.OnExhausted;
import dev.penstock.api.job.JobPolicy.OnLeaseLost;
import dev.penstock.ui.act.SettingActs.PolicyChange;
import dev.penstock.ui.view.setting.FormProblem;
import dev.penstock.ui.view.setting.SettingsView.PolicyText;
import dev.penstock.ui.view.setting.SettingsView.PolicyText.Ends;
import dev.penstock.ui.view.setting.SettingsView.PolicyText.Tries;
import java.time.Duration;
import java.util.EnumSet;

/** Reads what was typed into the form of a job type; each field with bounds that a person can mean. */
public final class TypedPolicy {
    private static final int MOST_ATTEMPTS = 1_000;
    private static final double LARGEST_FACTOR = 100;
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Duration LONGEST_KEPT = Duration.ofDays(3_660);

    private TypedPolicy() {}

    /** What the text means, or what is wrong with it. */
    public sealed interface Reading {
        /** It can be asked for. */
        record Good(PolicyChange change) implements Reading {}

        /** It cannot. */
        record Wrong(FormProblem problem) implements Reading {}
    }

    public static Reading read(PolicyText text) {
        try {
            Tries tries = text.tries();
            Duration timeout = tries.timeout().isBlank() ? null : span("timeout", say("The time-out"), tries.timeout());
            if (timeout != null && timeout.isZero()) {
                throw new WrongField("timeout", say("A time-out is longer than zero; leave it empty for none."));
            }
            double attempts = number("maxAttempts", say("Attempts"), tries.maxAttempts(), 1, MOST_ATTEMPTS);
            if (attempts != Math.rint(attempts)) {
                throw new WrongField("maxAttempts", say("Attempts are a whole number."));
            }
            return new Reading.Good(new PolicyChange((int) attempts, backoff(tries), timeout, ends(text.ends())));
        } catch (WrongField e) {
            return new Reading.Wrong(e.problem);
        }
    }

    private static Backoff backoff(Tries text) {
        Duration first = span("first", say("The first wait"), text.first());
        Duration max = span("max", say("The longest wait"), text.max());
        if (max.compareTo(first) < 0) {
            throw new WrongField("max", say("The longest wait is not shorter than the first wait."));
        }
        double factor = number("factor", say("The factor of the next wait"), text.factor(), 1, LARGEST_FACTOR);
        double jitter = number("jitter", say("Jitter"), text.jitter(), 0, 100) / 100;
        return new Backoff(first, factor, max, jitter);
    }

    private static PolicyChange.Ends ends(Ends text) {
        return new PolicyChange.Ends(
                word("onExhausted", OnExhausted.class, text.onExhausted()),
                word("onLeaseLost", OnLeaseLost.class, text.onLeaseLost()),
                word("onChildFailed", OnChildFailed.class, text.onChildFailed()),
                span("deleteAfter", say("The time until jobs are deleted"), text.deleteAfter(), LONGEST_KEPT),
                span("artifactRetention", say("The time that files are kept"), text.artifactRetention(), LONGEST_KEPT));
    }

    private static <E extends Enum<E>> E word(String field, Class<E> words, String text) {
        for (E word : EnumSet.allOf(words)) {
            if (word.name().equals(text)) {
                return word;
            }
        }
        throw new WrongField(field, say("\"{1}\" is none of {2}.", text, EnumSet.allOf(words)));
    }

    private static Duration span(String field, String name, String text) {
        return span(field, name, text, LONGEST);
    }

    private static Duration span(String field, String name, String text, Duration longest) {
        Duration span = SpanText.parse(text);
        if (span == null) {
            throw new WrongField(
                    field, say("\"{1}\" is not a span of time; write it such as 30 s, 5 m or 1 h.", text.strip()));
        }
        if (span.compareTo(longest) > 0) {
            throw new WrongField(field, say("{1} is between 0 s and {2} d.", name, longest.toDays()));
        }
        return span;
    }

    private static double number(String field, String name, String text, double least, double most) {
        String bounds = field.equals("maxAttempts")
                ? say("{1} are a number from {2} to {3}.", name, (int) least, (int) most)
                : say("{1} is a number from {2} to {3}.", name, (int) least, (int) most);
        // Plain decimals only: "NaN", "0x1p4" and "1e9" are numbers to Java, and to nobody else.
        if (!text.strip().matches("\\d{1,9}([.,]\\d{1,9})?")) {
            throw new WrongField(field, bounds);
        }
        double number = Double.parseDouble(text.strip().replace(',', '.'));
        if (number < least || number > most) {
            throw new WrongField(field, bounds);
        }
        return number;
    }

    private static final class WrongField extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient FormProblem problem;

        WrongField(String field, String sentence) {
            super(sentence, null, false, false);
            this.problem = new FormProblem(field, sentence);
        }
    }
}
