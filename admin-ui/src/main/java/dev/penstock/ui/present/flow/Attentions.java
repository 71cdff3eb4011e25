package dev.penstock.ui.present.flow;

import static dev.penstock.ui.tongue.Tongue.counted;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.chart.Counts;
import dev.penstock.ui.chart.Hue;
import dev.penstock.ui.fact.JobFact;
import dev.penstock.ui.fact.Overview;
import dev.penstock.ui.fact.QueueFact;
import dev.penstock.ui.fact.tally.Attention;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.present.Stacks;
import dev.penstock.ui.view.Link;
import dev.penstock.ui.view.OverviewView.Alert;
import java.util.ArrayList;
import java.util.List;

/** What may need a person, beside queues that nobody serves: failures that repeat, locks held too long, queues that grow. */
public final class Attentions {
    /** Fewer failures of one cause in an hour or two are left to the list of failed jobs. */
    private static final long REPEATED = 10;

    private static final long WAITING = 100;

    private Attentions() {}

    public static List<Alert> alerts(Overview overview, Reader reader) {
        List<Alert> alerts = new ArrayList<>();
        for (Attention.Cause cause : overview.attention().causes()) {
            if (cause.attempts() >= REPEATED) {
                alerts.add(new Alert(
                        Hue.RED.word(),
                        Stacks.shortName(cause.error()) + " ×" + Counts.of(cause.attempts()),
                        say(
                                "in {1}, first seen {2}.",
                                String.join(", ", cause.queues()),
                                reader.moment(cause.since()).text()),
                        "",
                        new Link(say("Open the group"), "/failures/" + cause.fingerprint())));
            }
        }
        long overdue = overview.attention().overdue();
        if (overdue > 0) {
            alerts.add(new Alert(
                    Hue.AMBER.word(),
                    counted(
                            overdue,
                            "{1} lock is older than its type allows.",
                            "{1} locks are older than their types allow."),
                    say("Its lease can be expired; the job is then retried or fails."),
                    "",
                    new Link(say("Review"), "/workers#locks")));
        }
        overview.queues().stream()
                .filter(queue -> growth(queue) >= 1 && queue.depths().queued() >= WAITING)
                .forEach(queue -> alerts.add(growing(queue)));
        return alerts;
    }

    private static Alert growing(QueueFact queue) {
        return new Alert(
                Hue.AMBER.word(),
                say("The queue {1} grows.", queue.name()),
                say(
                        "{1} jobs a minute more come than are worked off; {2} wait.",
                        Counts.of(growth(queue)), Counts.of(queue.depths().queued())),
                "",
                new Link(say("Open the queue"), "/queues/" + queue.name()));
    }

    /** Jobs a minute. */
    private static long growth(QueueFact queue) {
        long minutes = Math.max(1, queue.flow().over().toMinutes());
        return (queue.flow().created() - queue.flow().ended()) / minutes;
    }

    /** Where nothing needs anybody: when something last did. */
    public static String calm(Overview overview, Reader reader) {
        if (overview.failed().isEmpty()) {
            return say("All quiet. No job stands at Failed.");
        }
        JobFact last = overview.failed().getFirst();
        return say(
                "All quiet. Last failure {1}.",
                reader.moment(
                                last.times().endedAt() == null
                                        ? last.times().changedAt()
                                        : last.times().endedAt())
                        .text());
    }
}
