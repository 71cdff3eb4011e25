package dev.penstock.projector.analyst.filter;

import dev.penstock.api.job.JobId;
import dev.penstock.api.lifecycle.Job;
import dev.penstock.projector.analyst.fold.Step;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which events are meant: terms are AND, commas are OR, a minus sign negates, a star at the end asks for the beginning only.
 * {@code queue:mail event:AttemptFailed,JobFailed -type:report.*}. The syntax is that of the pages; the keys are those that an
 * event has.
 */
public final class EventFilter {
    /** What can be written, for help. */
    public static final String FORM = "as on the pages: terms are AND, commas are OR, - negates, * at the end asks for"
            + " the beginning only, a bare word is looked for in type and error and as the beginning of the id. Keys: job, id (its"
            + " beginning), family (or root), queue, type, status (of the job after the event), by (user:ana or ana; of jobs and"
            + " attempts who triggered them), event, at (-1h, 2026-03-01, >2026-03-01T10:00Z, 2026-03-01..2026-03-07), created,"
            + " started, finished (of the job; as at), attempt (3, >3, 2..5), error (text in the last one), tag, priority, origin,"
            + " instance, batch, parent (none), system (yes, no)";

    /** All events. */
    public static final EventFilter ALL = new EventFilter(List.of());

    private final List<Term> terms;

    private EventFilter(List<Term> terms) {
        this.terms = terms;
    }

    /**
     * The filter that a text means.
     *
     * @param now what relative times are subtracted from
     * @throws IllegalArgumentException with a sentence that says where it is wrong and what to write
     */
    public static EventFilter parse(String text, Instant now) {
        return new EventFilter(new TermReader(text, now).terms());
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

    /** Whether earlier events of the jobs have to be known: type, queue, family and status stand in no event but the first. */
    public boolean needsJobs() {
        return terms.stream().anyMatch(term -> term.key().needsJob());
    }

    /** The route that all events meant have, if the filter names one job or one family: one partition holds them. */
    public Optional<String> route() {
        return terms.stream()
                .filter(term -> !term.negated() && (term.key() == Key.JOB || term.key() == Key.FAMILY))
                .filter(term -> term.values().size() == 1)
                .map(term -> (Value.Word) term.values().get(0))
                .filter(value -> !value.prefix() && JobId.isValid(value.text()))
                .map(value -> new JobId(value.text()).route())
                .findFirst();
    }

    /** Whether an event is meant. */
    public boolean matches(Step step) {
        Facts facts = new Facts(step.fact().event(), step.job());
        return terms.stream().allMatch(term -> term.holds(facts));
    }

    /** Whether a job is meant; what only events have is true of no job. */
    public boolean matches(Job job) {
        Facts facts = new Facts(null, job);
        return terms.stream().allMatch(term -> term.holds(facts));
    }
}
