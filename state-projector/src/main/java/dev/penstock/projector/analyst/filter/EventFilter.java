package dev.penstock.projector.analyst.filter;

import dev.penstock.api.event.EventMessage;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.analyst.fold.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which events are meant: terms are AND, commas are OR, a minus sign negates, a star at the end asks for the beginning only.
 * {@code queue:mail event:AttemptFailed,JobFailed -type:report.*}. The syntax is that of the pages; the keys are those that an
 * event has.
 */
public final class EventFilter {
    /** What can be written, for help. */
    public static final String FORM = "as on the pages: terms are AND, commas are OR, - negates, * at the end asks for"
            + " the beginning only. Keys: job, family (or root), queue, type, status (of the job after the event), error (class or"
            + " message of its last failure), by (user:ana or ana), event";

    /** All events. */
    public static final EventFilter ALL = new EventFilter(List.of());

    private final List<Term> terms;

    private EventFilter(List<Term> terms) {
        this.terms = terms;
    }

    /**
     * The filter that a text means.
     *
     * @throws IllegalArgumentException with a sentence that says where it is wrong and what to write
     */
    public static EventFilter parse(String text) {
        return new EventFilter(new TermReader(text).terms());
    }

    /**
     * This filter, if it can say which jobs are meant.
     *
     * @throws IllegalArgumentException if it asks for what only events have
     */
    public EventFilter ofJobs() {
        for (Term term : terms) {
            if (!term.key().isOfJob()) {
                throw new IllegalArgumentException("The key " + term.key().word()
                        + " says something of events, not of jobs and attempts: leave it out.");
            }
        }
        return this;
    }

    /** Whether earlier events of the jobs have to be known: what a job is like stands in no event but its earlier ones. */
    public boolean needsJobs() {
        return terms.stream().anyMatch(term -> term.key().needsJob());
    }

    /** The route that all events meant have, if the filter names one job or one family: one partition holds them. */
    public Optional<String> route() {
        return terms.stream()
                .filter(term -> !term.negated() && (term.key() == Key.JOB || term.key() == Key.FAMILY))
                .filter(term -> term.values().size() == 1)
                .map(term -> term.values().get(0))
                .filter(value -> !value.prefix() && JobId.isValid(value.text()))
                .map(value -> new JobId(value.text()).route())
                .findFirst();
    }

    /** Whether an event is meant. */
    public boolean matches(Step step) {
        return terms.stream()
                .allMatch(term -> term.holds(texts(term.key(), step.fact().event(), step.job())));
    }

    /** Whether a job is meant; what only events have is true of no job. */
    public boolean matches(Job job) {
        return terms.stream().allMatch(term -> term.holds(texts(term.key(), job)));
    }

    private static Stream<String> texts(Key key, EventMessage event, @Nullable Job job) {
        return switch (key) {
            case JOB -> Stream.of(event.key());
            case BY -> Stream.of(event.actor().toString(), event.actor().name());
            case EVENT -> Stream.of(event.body().getClass().getSimpleName());
            case FAMILY, QUEUE, TYPE, STATUS, ERROR -> job == null ? Stream.of() : texts(key, job);
        };
    }

    private static Stream<String> texts(Key key, Job job) {
        return switch (key) {
            case JOB -> Stream.of(job.id().value());
            case FAMILY -> Stream.of(job.root().value());
            case QUEUE -> Stream.of(job.queue());
            case TYPE -> Stream.of(job.spec().type());
            case STATUS -> Stream.of(job.status().name());
            case ERROR ->
                job.errors().isEmpty()
                        ? Stream.of()
                        : texts(job.errors().get(job.errors().size() - 1));
            case BY, EVENT -> Stream.of();
        };
    }

    /** Nobody wants to write the package of a class. */
    private static Stream<String> texts(Failure failure) {
        String name = failure.error();
        return Stream.of(name, name.substring(name.lastIndexOf('.') + 1), failure.message());
    }
}
