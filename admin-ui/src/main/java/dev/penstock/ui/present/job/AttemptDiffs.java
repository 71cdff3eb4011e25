package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.job.Failure;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.diff.Difference;
import dev.penstock.ui.fact.AttemptFact;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.job.AttemptsView.Choice;
import dev.penstock.ui.view.job.AttemptsView.Fact;
import dev.penstock.ui.view.job.AttemptsView.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What two attempts of a job have in common, and what not. */
public final class AttemptDiffs {
    private static final String NONE = "–";

    private AttemptDiffs() {}

    /** As addresses name an attempt: its lease, which never repeats within a job. */
    public static String key(AttemptFact attempt) {
        return String.valueOf(attempt.lease());
    }

    public static List<Choice> choices(List<AttemptFact> attempts) {
        return attempts.stream()
                .map(one -> new Choice(
                        key(one), say("Round {1}, attempt {2}", one.round(), one.attempt()) + " · " + outcome(one)))
                .toList();
    }

    public static List<Fact> facts(AttemptFact a, AttemptFact b, Reader reader) {
        return List.of(
                fact(say("Outcome"), a, b, AttemptDiffs::outcome),
                fact(
                        say("Error"),
                        a,
                        b,
                        one -> one.failure() == null ? null : one.failure().error()),
                fact(
                        say("Message"),
                        a,
                        b,
                        one -> one.failure() == null ? null : one.failure().message()),
                fact(
                        say("Kind"),
                        a,
                        b,
                        one -> one.failure() == null ? null : word(one.failure().kind())),
                fact(say("Note"), a, b, AttemptFact::note),
                fact(say("Worker"), a, b, AttemptFact::worker),
                fact(say("Connection"), a, b, one -> JobRows.connection(one.delivery())),
                fact(say("Waited for a grant"), a, b, one -> one.claimed() ? say("yes") : say("no")),
                fact(say("Dispatched"), a, b, one -> moment(one.dispatchedAt(), reader)),
                fact(say("Started"), a, b, one -> moment(one.startedAt(), reader)),
                fact(say("Took"), a, b, one -> one.took() == null ? null : Spans.exact(one.took())),
                fact(say("From dispatch to start"), a, b, one -> pickedUp(one)));
    }

    /** Line by line; empty if neither failed. */
    public static List<Line> stack(AttemptFact a, AttemptFact b) {
        return Difference.of(stack(a), stack(b)).lines().stream()
                .map(line -> switch (line.side()) {
                    case BOTH -> new Line(" ", "", line.text(), "");
                    case FIRST -> new Line("−", Hue.RED.word(), line.text(), say("only the first:"));
                    case SECOND -> new Line("+", Hue.GREEN.word(), line.text(), say("only the second:"));
                })
                .toList();
    }

    public static String note(AttemptFact a, AttemptFact b) {
        if (stack(a).isEmpty() && stack(b).isEmpty()) {
            return say("Neither left a stack trace.");
        }
        return Difference.of(stack(a), stack(b)).isNone()
                ? say("The same in both.")
                : say("− only in the first, + only in the second");
    }

    private static String stack(AttemptFact attempt) {
        return attempt.failure() == null ? "" : attempt.failure().stack();
    }

    private static Fact fact(
            String label, AttemptFact a, AttemptFact b, Function<AttemptFact, @Nullable String> value) {
        String first = Objects.requireNonNullElse(value.apply(a), NONE);
        String second = Objects.requireNonNullElse(value.apply(b), NONE);
        return new Fact(label, first, second, !first.equals(second));
    }

    private static String outcome(AttemptFact attempt) {
        return attempt.outcome() == null ? say("runs") : word(attempt.outcome());
    }

    private static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String word(Failure.Kind kind) {
        return word((Object) kind);
    }

    private static @Nullable String moment(@Nullable Instant at, Reader reader) {
        return at == null ? null : reader.moment(at).full();
    }

    private static @Nullable String pickedUp(AttemptFact one) {
        return one.dispatchedAt() == null || one.startedAt() == null
                ? null
                : Spans.exact(Duration.between(one.dispatchedAt(), one.startedAt()));
    }
}
