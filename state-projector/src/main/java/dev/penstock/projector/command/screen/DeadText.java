package dev.penstock.projector.command.screen;

import dev.penstock.projector.redrive.DeadJobs;
import dev.penstock.projector.redrive.Item;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Dead jobs, and what became of them, as lines and as JSON. */
public final class DeadText {
    private DeadText() {}

    /** How many there are of each kind. */
    public static List<String> of(DeadJobs dead) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "As of %s: %,d dead jobs to retry",
                dead.asOf(),
                dead.jobs().size()));
        if (!dead.jobs().isEmpty()) {
            lines.add(line("jobs", "type", "queue", "error"));
        }
        for (DeadJobs.Group group : dead.groups()) {
            lines.add(
                    line(String.format(Locale.ROOT, "%,d", group.jobs()), group.type(), group.queue(), group.error()));
        }
        if (dead.diedAgain() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d more died again after a redrive had retried them and are left out; --again now takes them in",
                    dead.diedAgain()));
        }
        return lines;
    }

    /** The same for programs. */
    public static Map<String, Object> json(DeadJobs dead) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("asOf", dead.asOf().toString());
        object.put("jobs", dead.jobs().size());
        object.put("diedAgain", dead.diedAgain());
        object.put("groups", dead.groups());
        return object;
    }

    /** What became of a job. */
    public static String of(Item item) {
        String end = item.sentence().isEmpty() ? "" : "  " + item.sentence();
        return String.format(
                Locale.ROOT, "%-10s %s%s", word(item.outcome()), item.job().id(), end);
    }

    /** The same for programs. */
    public static Map<String, Object> json(Item item) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("job", item.job().id().value());
        object.put("type", item.job().type());
        object.put("queue", item.job().queue());
        object.put("error", item.job().error());
        object.put("outcome", name(item.outcome()));
        object.put("sentence", item.sentence());
        return object;
    }

    /** How many came to which end, for programs. */
    public static Map<String, Object> json(Map<Item.Outcome, Long> ends) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (Item.Outcome outcome : Item.Outcome.values()) {
            object.put(name(outcome), ends.getOrDefault(outcome, 0L));
        }
        return object;
    }

    /** How many came to which end. */
    public static String of(Map<Item.Outcome, Long> ends) {
        Map<Item.Outcome, Long> found = new EnumMap<>(Item.Outcome.class);
        found.putAll(ends);
        found.putIfAbsent(Item.Outcome.ACCEPTED, 0L);
        List<String> words = new ArrayList<>();
        found.forEach((outcome, count) -> words.add(String.format(Locale.ROOT, "%,d %s", count, word(outcome))));
        return String.join(", ", words);
    }

    private static String name(Item.Outcome outcome) {
        return switch (outcome) {
            case MOVED_ON -> "movedOn";
            case NOT_SENT -> "notSent";
            case ACCEPTED, REFUSED, UNANSWERED -> word(outcome);
        };
    }

    private static String word(Item.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> "accepted";
            case REFUSED -> "refused";
            case MOVED_ON -> "moved on";
            case NOT_SENT -> "not sent";
            case UNANSWERED -> "unanswered";
        };
    }

    private static String line(String jobs, String type, String queue, String error) {
        return String.format(Locale.ROOT, "%8s  %-22s %-16s %s", jobs, type, queue, error);
    }
}
