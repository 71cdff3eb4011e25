package dev.penstock.ui.present.job;

import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.api.lifecycle.Job;
import dev.penstock.ui.chart.StatusStyle;
import dev.penstock.ui.chart.Words;
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
        moment(say("Created"), job.times().createdAt());
        moment(say("Started"), job.times().startedAt());
        moment(say("Ended"), job.times().endedAt());
        moment(say("Waits until"), run.waiting() == null ? null : run.waiting().due());
        text(say("Priority"), Words.of(job.priority()));
        text(
                say("Attempts"),
                say(
                        "round {1}, attempt {2}, {3} of {4} failed, {5} in all",
                        run.round(),
                        run.attempt(),
                        run.failures(),
                        job.policy().maxAttempts(),
                        job.marks().attempts()));
        text(say("Worker"), run.holder() == null ? null : run.holder().lease().worker());
        text(
                say("Lease"),
                run.holder() == null
                        ? null
                        : String.valueOf(run.holder().lease().number()));
        text(
                say("Progress"),
                run.progress() == null
                        ? null
                        : say(
                                "{1} of {2}",
                                run.progress().done(), run.progress().total()));
        Job.Children children = job.children();
        text(
                say("Children"),
                children.total() == 0
                        ? null
                        : say("{1}, {2} open, {3} failed", children.total(), children.open(), children.failed()));
        text(
                say("Last error"),
                job.errors().isEmpty() ? null : job.errors().getLast().error());
        text(
                say("Files"),
                job.artifacts().isEmpty()
                        ? null
                        : String.valueOf(job.artifacts().size()));
        text(say("Version"), say("{1} (acts quote {2})", job.version(), job.lifecycle()));
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
