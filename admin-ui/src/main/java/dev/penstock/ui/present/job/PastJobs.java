package dev.penstock.ui.present.job;

import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.fact.EventFact;
import dev.penstock.ui.fact.job.PastJob;
import dev.penstock.ui.present.Links;
import dev.penstock.ui.present.Reader;
import dev.penstock.ui.view.JobView.Fact;
import dev.penstock.ui.view.StatusChip;
import dev.penstock.ui.view.job.HistoryView.Entry;
import dev.penstock.ui.view.job.HistoryView.Past;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A job as it was after one of its events, and the events to choose from. */
public final class PastJobs {
    private final List<Fact> facts = new ArrayList<>();
    private final Reader reader;

    private PastJobs(Reader reader) {
        this.reader = reader;
    }

    /** The events; {@code chosen} is the offset of the one that is looked at. */
    public static List<Entry> entries(String job, List<EventFact> history, @Nullable Long chosen, Reader reader) {
        return history.stream()
                .map(event -> new Entry(
                        Events.view(event, reader), asOf(job, event), chosen != null && chosen == event.offset()))
                .toList();
    }

    /** The job as of an event; {@code history} is all of it, for the ways to the neighbours. */
    public static Past of(PastJob past, List<EventFact> history, Reader reader) {
        EventFact event = past.event();
        Job job = past.job();
        int at = history.indexOf(event);
        String id = job == null ? "" : job.id().value();
        return new Past(
                Events.name(event.event()),
                reader.moment(event.at()),
                job == null
                        ? null
                        : new StatusChip(
                                StatusStyle.of(job.status()), null, job.marks().errors()),
                job == null ? List.of() : Ways.travelled(past.history()),
                job == null ? List.of() : new PastJobs(reader).told(job),
                at > 0 && job != null ? asOf(id, history.get(at - 1)) : null,
                at >= 0 && at + 1 < history.size() && job != null ? asOf(id, history.get(at + 1)) : null);
    }

    private static String asOf(String job, EventFact event) {
        return "/jobs/" + Links.encoded(job) + "/history?at=" + event.offset();
    }

    private List<Fact> told(Job job) {
        Job.Run run = job.run();
        moment("Created", job.times().createdAt());
        moment("Started", job.times().startedAt());
        moment("Ended", job.times().endedAt());
        moment("Waits until", run.waiting() == null ? null : run.waiting().due());
        text("Priority", job.priority().name().toLowerCase(Locale.ROOT));
        text(
                "Attempts",
                "round %d, attempt %d, %d of %d failed, %d in all"
                        .formatted(
                                run.round(),
                                run.attempt(),
                                run.failures(),
                                job.policy().maxAttempts(),
                                job.marks().attempts()));
        text("Worker", run.holder() == null ? null : run.holder().lease().worker());
        text(
                "Lease",
                run.holder() == null
                        ? null
                        : String.valueOf(run.holder().lease().number()));
        text(
                "Progress",
                run.progress() == null
                        ? null
                        : run.progress().done() + " of " + run.progress().total());
        Job.Children children = job.children();
        text(
                "Children",
                children.total() == 0
                        ? null
                        : "%d, %d open, %d failed".formatted(children.total(), children.open(), children.failed()));
        text(
                "Last error",
                job.errors().isEmpty() ? null : job.errors().getLast().error());
        text(
                "Files",
                job.artifacts().isEmpty()
                        ? null
                        : String.valueOf(job.artifacts().size()));
        text("Version", job.version() + " (acts quote " + job.lifecycle() + ")");
        return facts;
    }

    private void moment(String label, @Nullable Instant at) {
        if (at != null) {
            facts.add(Fact.moment(label, reader.moment(at)));
        }
    }

    private void text(String label, @Nullable String text) {
        if (text != null) {
            facts.add(Fact.text(label, text));
        }
    }
}
