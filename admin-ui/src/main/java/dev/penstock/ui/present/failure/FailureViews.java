package dev.penstock.ui.present.failure;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.chart.Sparkline;
import dev.penstock.ui.fact.failure.FailureGroup;
import dev.penstock.ui.fact.failure.FailureGroup.Share;
import dev.penstock.ui.fact.failure.FailureGroup.State;
import dev.penstock.ui.fact.failure.FailureGroup.Verdict;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.Stacks;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.StackView;
import dev.penstock.ui.view.failure.FailuresView.Acts;
import dev.penstock.ui.view.failure.FailuresView.Group;
import dev.penstock.ui.view.failure.FailuresView.Jobs;
import dev.penstock.ui.view.failure.FailuresView.Place;
import dev.penstock.ui.view.failure.FailuresView.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A group of failures in words. */
public final class FailureViews {
    public static final int TRIAL = 5;
    private static final int NAMED = 4;
    /** A share of fewer failures says nothing. */
    private static final long TELLING = 5;

    private FailureViews() {}

    /** The group; {@code span} is "the last 24 hours", {@code workers} how many live now. */
    public static Group group(FailureGroup group, String span, int workers, Reader reader) {
        FailureGroup.Counts counts = group.counts();
        return new Group(
                group.fingerprint(),
                href(group.fingerprint()),
                Stacks.shortName(group.error()),
                StackView.cut(group.shape()),
                hue(group.state()).word(),
                state(group, reader),
                told(group.verdict(), reader),
                say("{1} in {2}", counted(counts.lately(), "{1} failed attempt", "{1} failed attempts"), span),
                say(
                        "{1} transient, {2} permanent, ever",
                        Counts.of(counts.transients()), Counts.of(counts.attempts() - counts.transients())),
                Sparkline.of(
                        say("failed attempts"),
                        group.spread().trend().stream().map(Long::doubleValue).toList()),
                new Seen(
                        reader.moment(group.first().at()),
                        Links.job(group.first().job()),
                        reader.moment(group.last().at()),
                        Links.job(group.last().job())),
                places(group.spread()),
                hints(group, workers),
                jobs(group),
                acts(group.state()));
    }

    /** "Same cause: 312 failed attempts, 17 jobs". */
    public static Link link(FailureGroup group) {
        long jobs = group.counts().jobs();
        String text = say(
                "Same cause: {1}{2}",
                counted(group.counts().attempts(), "{1} failed attempt", "{1} failed attempts"),
                (jobs > 0 ? ", " + counted(jobs, "{1} failed job", "{1} failed jobs") : ""));
        return new Link(text, href(group.fingerprint()));
    }

    /** The page of a group. */
    public static String href(String fingerprint) {
        return "/failures/" + Links.encoded(fingerprint);
    }

    private static Hue hue(State state) {
        return switch (state) {
            case OPEN -> Hue.RED;
            case REGRESSED -> Hue.AMBER;
            case MUTED -> Hue.GREY;
            case RESOLVED -> Hue.GREEN;
        };
    }

    private static String state(FailureGroup group, Reader reader) {
        Verdict verdict = group.verdict();
        return switch (group.state()) {
            case OPEN -> say("open");
            case REGRESSED -> say("has come back");
            case RESOLVED -> say("resolved");
            case MUTED ->
                verdict == null || verdict.until() == null
                        ? say("muted until it is resolved")
                        : say("muted until {1}", reader.moment(verdict.until()).full());
        };
    }

    private static String told(@Nullable Verdict verdict, Reader reader) {
        return verdict == null
                ? ""
                : say(
                        "by {1}, {2}{3}",
                        verdict.by().replaceFirst("^user:", ""),
                        reader.moment(verdict.at()).text(),
                        (verdict.reason() == null ? "" : ": " + verdict.reason()));
    }

    private static List<Place> places(FailureGroup.Spread spread) {
        List<Place> places = new ArrayList<>();
        add(places, say("Job types"), spread.types());
        add(places, say("Queues"), spread.queues());
        add(places, say("Workers"), spread.workers());
        add(places, say("Builds"), spread.versions());
        return places;
    }

    private static void add(List<Place> places, String label, List<Share> shares) {
        if (!shares.isEmpty()) {
            String named = shares.stream()
                    .limit(NAMED)
                    .map(share -> share.name() + " " + Counts.of(share.attempts()))
                    .collect(Collectors.joining(" · "));
            String more = shares.size() > NAMED ? " " + say("· {1} more", Counts.of(shares.size() - NAMED)) : "";
            places.add(new Place(label, named + more));
        }
    }

    /** What stands out: one worker has them all, one build has them all. */
    private static List<String> hints(FailureGroup group, int workers) {
        List<String> hints = new ArrayList<>();
        FailureGroup.Spread spread = group.spread();
        if (group.counts().lately() < TELLING) {
            return hints;
        }
        if (spread.workers().size() == 1 && workers > 1) {
            hints.add(say("All on worker {1}", spread.workers().getFirst().name()));
        }
        if (spread.versions().size() == 1 && spread.otherVersions()) {
            hints.add(say("Only with build {1}", spread.versions().getFirst().name()));
        }
        return hints;
    }

    private static Jobs jobs(FailureGroup group) {
        long jobs = group.counts().jobs();
        String list = "/jobs?q=failure:" + Links.encoded(group.fingerprint()) + "+status:failed";
        if (jobs <= 0) {
            return new Jobs("", list, null, "", null);
        }
        return new Jobs(
                counted(jobs, "{1} failed job", "{1} failed jobs"),
                list,
                "failure:" + group.fingerprint() + " status:failed",
                jobs == 1 ? say("Retry it") : say("Retry all {1}", Counts.of(jobs)),
                jobs > TRIAL ? href(group.fingerprint()) + "/retry" : null);
    }

    private static Acts acts(State state) {
        boolean open = state == State.OPEN || state == State.REGRESSED;
        return new Acts(open, state == State.MUTED, state != State.RESOLVED);
    }
}
