package dev.penstock.ui.page.operation;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.act.Deed;
import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Sentences;
import dev.penstock.ui.chart.Spans;
import dev.penstock.ui.operation.Item;
import dev.penstock.ui.operation.Operation;
import dev.penstock.ui.operation.Tally;
import dev.penstock.ui.present.Bulk;
import dev.penstock.ui.present.JobRows;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.OverviewView.Choice;
import dev.penstock.ui.view.Shell;
import dev.penstock.ui.view.operation.OperationsView;
import dev.penstock.ui.view.operation.OperationsView.Buttons;
import dev.penstock.ui.view.operation.OperationsView.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Operations in words. */
final class OperationViews {
    static final int PAGE = 50;
    static final int TRIAL = 5;
    private static final int TYPED_OVER = 100;

    private OperationViews() {}

    static OperationsView.Row row(Operation operation, Tally tally, Reader reader) {
        return new OperationsView.Row(
                new Link("#" + operation.id() + " " + title(operation), address(operation.id())),
                word(operation.state()),
                hue(operation.state()),
                operation.actor().name(),
                reader.moment(Objects.requireNonNullElse(operation.startedAt(), operation.asOf())),
                Objects.requireNonNullElse(operation.reason(), ""),
                say("{1} of {2}", tally.ended(), tally.total()));
    }

    /** What the address asks for. */
    record Wanted(Item.@Nullable State state, int after) {}

    static OperationsView.One one(
            Shell shell, Operation operation, Tally tally, List<Item> items, Wanted wanted, Reader reader) {
        boolean more = items.size() > PAGE;
        List<Item> shown = more ? items.subList(0, PAGE) : items;
        return new OperationsView.One(
                shell,
                operation.id(),
                title(operation),
                lede(operation, reader),
                Bulk.effect(operation.deed()),
                word(operation.state()),
                hue(operation.state()),
                tally.total() == 0 ? 100 : (int) (100L * tally.ended() / tally.total()),
                progress(operation, tally, reader.now()),
                Sentences.retold(Objects.requireNonNullElse(operation.note(), "")),
                buttons(operation),
                mustType(operation) ? String.valueOf(operation.total()) : "",
                operation.deed().destructive(),
                counts(operation, tally, wanted),
                shown.stream().map(OperationViews::target).toList(),
                more ? items(operation.id(), wanted.state(), shown.getLast().number()) : null);
    }

    static String address(long id) {
        return "/operations/" + id;
    }

    static String title(Operation operation) {
        return Bulk.title(operation.deed(), operation.total());
    }

    /** More than a screenful, or something that cannot be undone. */
    static boolean mustType(Operation operation) {
        return operation.total() > TYPED_OVER || operation.deed() == Deed.DELETE;
    }

    private static String lede(Operation operation, Reader reader) {
        String which = operation.filter() == null
                ? say("The rows that were ticked")
                : operation.filter().isEmpty() ? say("All jobs") : say("Filter {1}", operation.filter());
        String why = operation.reason() == null ? "" : " " + say("Reason: {1}.", operation.reason());
        return say(
                "{1}, as of {2}, by {3}. Jobs that came later are not among them.{4}",
                which, reader.moment(operation.asOf()).full(), operation.actor().name(), why);
    }

    private static String progress(Operation operation, Tally tally, Instant now) {
        StringBuilder text = new StringBuilder(say("{1} of {2}", Counts.of(tally.ended()), Counts.of(tally.total())));
        text.append(operation.rate() == 0 ? "" : " " + say("· {1} a second", operation.rate()));
        Instant from = operation.startedAt();
        if (operation.state() == Operation.State.RUNNING && from != null && tally.ended() > 0) {
            double perSecond =
                    tally.ended() / Math.max(0.1, Duration.between(from, now).toMillis() / 1_000.0);
            long left = Math.round((tally.total() - tally.ended()) / perSecond);
            text.append(" ").append(say("· about {1} left", Spans.exact(Duration.ofSeconds(Math.max(1, left)))));
        }
        return text.toString();
    }

    private static Buttons buttons(Operation operation) {
        return switch (operation.state()) {
            case PLANNED -> new Buttons(true, operation.total() > TRIAL, false, false, true);
            case RUNNING -> new Buttons(false, false, true, false, true);
            case PAUSED -> new Buttons(false, false, false, true, true);
            case ABORTED, DONE -> new Buttons(false, false, false, false, false);
        };
    }

    private static List<Choice> counts(Operation operation, Tally tally, Wanted wanted) {
        List<Choice> counts = new ArrayList<>();
        counts.add(choice(operation, null, say("All {1}", Counts.of(tally.total())), wanted));
        counts.add(choice(operation, Item.State.DONE, say("Done {1}", Counts.of(tally.done())), wanted));
        counts.add(choice(operation, Item.State.SKIPPED, say("Skipped {1}", Counts.of(tally.skipped())), wanted));
        counts.add(choice(operation, Item.State.REFUSED, say("Refused {1}", Counts.of(tally.refused())), wanted));
        counts.add(choice(operation, Item.State.SENT, say("Sent {1}", Counts.of(tally.sent())), wanted));
        counts.add(choice(operation, Item.State.WAITING, say("Waiting {1}", Counts.of(tally.waiting())), wanted));
        return counts;
    }

    private static Choice choice(Operation operation, Item.@Nullable State state, String text, Wanted wanted) {
        return new Choice(text, items(operation.id(), state, 0), wanted.state() == state, text);
    }

    private static String items(long id, Item.@Nullable State state, int after) {
        String only = state == null ? "" : "&state=" + state.name().toLowerCase(Locale.ROOT);
        String behind = after == 0 ? "" : "&after=" + after;
        String query = only + behind;
        return address(id) + (query.isEmpty() ? "" : "?" + query.substring(1));
    }

    private static Target target(Item item) {
        String sentence = Sentences.retold(Objects.requireNonNullElse(item.sentence(), ""));
        return new Target(
                String.valueOf(item.number()),
                new Link(JobRows.shortId(item.job()), Links.job(item.job())),
                switch (item.state()) {
                    case WAITING -> say("Waiting");
                    case SENT -> say("Sent");
                    case DONE -> say("Done");
                    case SKIPPED -> say("Skipped");
                    case REFUSED -> say("Refused");
                },
                switch (item.state()) {
                    case WAITING, SENT -> "blue";
                    case DONE -> "green";
                    case SKIPPED -> "amber";
                    case REFUSED -> "red";
                },
                item.state() == Item.State.SKIPPED ? say("Skipped because: {1}", sentence) : sentence);
    }

    private static String word(Operation.State state) {
        return switch (state) {
            case PLANNED -> say("Not started");
            case RUNNING -> say("Running");
            case PAUSED -> say("Paused");
            case ABORTED -> say("Aborted");
            case DONE -> say("Done");
        };
    }

    private static String hue(Operation.State state) {
        return switch (state) {
            case PLANNED -> "indigo";
            case RUNNING -> "teal";
            case PAUSED -> "amber";
            case ABORTED -> "grey";
            case DONE -> "green";
        };
    }
}
