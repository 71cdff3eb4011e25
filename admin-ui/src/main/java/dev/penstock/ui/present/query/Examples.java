package dev.penstock.ui.present.query;

import static dev.penstock.ui.tongue.Tongue.english;
import static dev.penstock.ui.tongue.Tongue.say;

import dev.penstock.ui.view.query.SqlView;
import java.util.List;

/** Queries to begin with; each is one that somebody would ask on a bad day. */
public final class Examples {
    private static final List<Example> ALL = List.of(
            new Example(
                    english("Events by the minute"), english("what happened in the last hours, with what failed"), """
                    SELECT date_trunc('minute', happened_at) AS minute,
                           count(*) FILTER (event = 'JobSubmitted') AS submitted,
                           count(*) FILTER (event = 'JobCompleted') AS completed,
                           count(*) FILTER (event = 'AttemptFailed') AS attempts_failed
                    FROM events
                    WHERE happened_at > (SELECT max(happened_at) FROM events) - INTERVAL 3 HOUR
                    GROUP BY ALL ORDER BY minute"""),
            new Example(english("Slowest types"), english("milliseconds of an attempt that succeeded"), """
                    SELECT type,
                           round(quantile_cont(took_ms, 0.5)) AS half_within_ms,
                           round(quantile_cont(took_ms, 0.95)) AS most_within_ms
                    FROM attempts
                    WHERE outcome = 'SUCCEEDED'
                    GROUP BY ALL ORDER BY most_within_ms DESC LIMIT 15"""),
            new Example(english("Failures by worker"), english("is it one worker, or all of them?"), """
                    SELECT worker,
                           count(*) AS attempts,
                           count(*) FILTER (outcome = 'FAILED') AS failed
                    FROM attempts
                    WHERE worker IS NOT NULL
                    GROUP BY ALL ORDER BY failed DESC LIMIT 20"""),
            new Example(english("Jobs that waited longest"), english("with their queue, and a link to each"), """
                    SELECT id, type, queue, status, waited_ms, attempts, created_at
                    FROM jobs
                    WHERE waited_ms IS NOT NULL
                    ORDER BY waited_ms DESC LIMIT 25"""),
            new Example(english("What people did"), english("acts with their reasons, the newest first"), """
                    SELECT happened_at, actor, event, key AS job, reason
                    FROM events
                    WHERE actor LIKE 'user:%' AND event <> 'JobSubmitted'
                    ORDER BY happened_at DESC LIMIT 50"""),
            new Example(
                    english("A field of the payload"),
                    english("JSON is read with ->>; what is secret stays covered"),
                    """
                    SELECT payload->>'$.template' AS template, count(*) AS jobs,
                           count(*) FILTER (status = 'FAILED') AS failed
                    FROM jobs
                    WHERE type = 'email.send'
                    GROUP BY ALL ORDER BY jobs DESC"""));

    private Examples() {}

    private record Example(String name, String note, String sql) {}

    static List<SqlView.Query> all() {
        return ALL.stream()
                .map(one ->
                        new SqlView.Query(say(one.name()), say(one.note()), SqlViews.address(one.sql()), one.sql(), ""))
                .toList();
    }
}
