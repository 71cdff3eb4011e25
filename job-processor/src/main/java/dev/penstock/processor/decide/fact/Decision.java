package dev.penstock.processor.decide.fact;

import dev.penstock.api.command.Timer;
import dev.penstock.api.event.JobEvent;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.lifecycle.Lifecycle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What comes of a command: exactly one of these (B5). */
public sealed interface Decision {
    /**
     * It happened. At most 1,000 events (A1).
     *
     * @param events of the job that the command is about
     * @param others of other jobs of its family, after those
     * @param next the rest of an act that touches more than one command may; null if there is none
     */
    record Accepted(
            List<JobEvent> events,
            List<Change> others,
            @Nullable Timer next) implements Decision {
        public Accepted {
            events = List.copyOf(events);
            others = List.copyOf(others);
        }

        public Accepted(List<JobEvent> events) {
            this(events, List.of(), null);
        }
    }

    /** It may not happen. The sentence names job, command and status (law 3). */
    record Refused(RefusalKind kind, String sentence) implements Decision {}

    /**
     * Nothing to do.
     *
     * @param written whether the log keeps the answer; copies of reports and timers are only counted (B5)
     */
    record Ignored(String answer, boolean written) implements Decision {}

    static Decision accepted(JobEvent... events) {
        return new Accepted(List.of(events));
    }

    static Decision refused(RefusalKind kind, String sentence) {
        return new Refused(kind, sentence);
    }

    static Decision refused(Lifecycle.Refusal refusal) {
        return new Refused(refusal.kind(), refusal.sentence());
    }

    /** A copy of a report or timer: counted, not written. */
    static Decision copy(String answer) {
        return new Ignored(answer, false);
    }

    /** An answer that the log keeps. */
    static Decision ignored(String answer) {
        return new Ignored(answer, true);
    }
}
