package dev.penstock.projector.command.erase;

import dev.penstock.api.client.Acting;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.command.Act;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.job.JobId;
import dev.penstock.projector.analyst.source.EventLog;
import dev.penstock.projector.analyst.source.Fact;
import dev.penstock.projector.analyst.source.Offsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tells the jobs of a subject that it is erased, and reads in the log what became of each act: that Kafka took it says nothing, for the
 * key may not do it, no processor may run, or the job may refuse. Once only; not thread-safe.
 */
final class Telling {
    private static final String UNANSWERED =
            "The act was sent, and the log says nothing of it. Does a processor run, and may the key erase in this job's queue?";

    private final JobClient client;
    private final Acting acting;
    private final String subject;
    private final Duration patience;
    private final Map<String, JobId> byCommand = new HashMap<>();
    private final Set<JobId> asked = new HashSet<>();
    private final SortedMap<JobId, String> refused = new TreeMap<>();
    private long open = Long.MAX_VALUE;
    private long lastNews;

    /**
     * One telling.
     *
     * @param client with an act key
     * @param patience how long to wait for the next answer
     */
    Telling(JobClient client, Acting acting, String subject, Duration patience) {
        this.client = client;
        this.acting = acting;
        this.subject = subject;
        this.patience = patience;
    }

    /**
     * Tells those that have not been told, and those that are submitted meanwhile; returns when each has answered, or when nothing was
     * heard for too long.
     *
     * @param jobs as of {@code from}; taken further
     * @return those that are not told, each with a sentence that says why
     */
    SortedMap<JobId, String> tell(EventLog log, SubjectJobs jobs, Offsets from) {
        log.follow(from, () -> goesOn(jobs), fact -> {
            jobs.see(fact);
            hear(fact);
        });
        SortedMap<JobId, String> left = new TreeMap<>();
        jobs.untold().forEach(job -> left.put(job, refused.getOrDefault(job, UNANSWERED)));
        return left;
    }

    private boolean goesOn(SubjectJobs jobs) {
        List<JobId> unanswered =
                jobs.untold().stream().filter(job -> !refused.containsKey(job)).toList();
        unanswered.stream().filter(asked::add).forEach(this::ask);
        if (unanswered.size() != open) {
            open = unanswered.size();
            lastNews = System.nanoTime();
        }
        return open > 0 && System.nanoTime() - lastNews < patience.toNanos();
    }

    private void ask(JobId job) {
        byCommand.put(client.act(new Act.EraseSubject(job, subject), acting), job);
    }

    private void hear(Fact fact) {
        JobId job = byCommand.get(fact.event().command());
        if (job != null && fact.event().body() instanceof Outcome outcome) {
            refused.put(
                    job,
                    switch (outcome) {
                        case Outcome.CommandRefused no -> no.sentence();
                        case Outcome.CommandIgnored no -> no.answer();
                    });
        }
    }
}
