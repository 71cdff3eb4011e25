package dev.penstock.projector.sink;

import dev.penstock.api.dispatch.DeadLetter;
import dev.penstock.api.job.JobId;
import dev.penstock.projector.view.LogEntry;
import java.util.List;

/**
 * Facts that cannot be shown, as dead letters that name their place in the log.
 *
 * @param topic of the event log
 */
record Letters(String topic) {
    DeadLetter of(LogEntry.Fact fact, String reason) {
        String key = fact.event().key();
        return new DeadLetter(
                reason,
                JobId.isValid(key) ? new JobId(key) : null,
                null,
                0,
                List.of(),
                new DeadLetter.Source(
                        topic, fact.place().partition(), fact.place().offset()),
                null,
                fact.event().at());
    }
}
