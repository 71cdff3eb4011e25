package dev.penstock.stack.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.stack.history.JobLine.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * The books of a stretch of the log: every submission on one side, what became of it on the other. Jobs that were submitted before
 * the stretch are left out.
 */
public final class Ledger {
    private final TopicNames topics;
    private final Set<String> submissions = new HashSet<>();
    private final Map<String, String> idByPlace = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> undecodable = new HashSet<>();
    private final Set<String> deadJobs = new HashSet<>();
    private final Map<String, JobLine> jobs = new HashMap<>();
    private final Latencies pickUp = new Latencies();
    private long refused;
    private long ignored;
    private long retries;

    private Ledger(TopicNames topics) {
        this.topics = topics;
    }

    /** The topics that the books are made of. */
    public static List<String> topics(TopicNames topics) {
        return List.of(topics.submissions(), topics.events(), topics.deadLetter());
    }

    /** Reads the books from the mark to the present end. */
    public static Balance balance(Map<String, Object> client, TopicNames topics, Map<TopicPartition, Long> from) {
        Ledger ledger = new Ledger(topics);
        try (LogReader reader = new LogReader(client)) {
            // Effects after their causes: while we read, the log grows.
            reader.read(List.of(topics.submissions()), from, ledger::submission);
            reader.read(List.of(topics.events()), from, ledger::event);
            reader.read(List.of(topics.deadLetter()), from, ledger::deadLetter);
        }
        return ledger.balance();
    }

    private void submission(LogRecord record) {
        String id = record.text("id");
        String place = place(record.partition(), record.offset());
        // Without an id of its own a submission is named after its place. One that lies in a wrong partition is sent on
        // to the
        // right one under the same id: counted once.
        submissions.add(id.isEmpty() ? place : id);
        if (!id.isEmpty()) {
            idByPlace.put(place, id);
        }
    }

    private void deadLetter(LogRecord record) {
        if (record.value().hasNonNull("job")) {
            deadJobs.add(record.text("job"));
        }
        JsonNode source = record.value().path("source");
        if (source.path("topic").asText("").equals(topics.submissions())) {
            String place = place(
                    source.path("partition").asInt(), source.path("offset").asLong());
            undecodable.add(idByPlace.getOrDefault(place, place));
        }
    }

    private void event(LogRecord record) {
        String event = record.text("event");
        String command = record.text("command");
        JsonNode data = record.value().path("data");
        if (submissions.contains(command)) {
            answered.add(command);
        }
        switch (event) {
            case "CommandRefused" -> refused += ofSubmission(data, command);
            case "CommandIgnored" -> ignored += ofSubmission(data, command);
            // Nothing new was created: the submission will be answered with the first one's end.
            case "AnswerRequested" -> ignored++;
            case "JobSubmitted" -> jobs.put(record.text("key"), new JobLine());
            default -> {}
        }
        JobLine job = jobs.get(record.text("key"));
        long version = record.value().path("version").asLong();
        if (job != null && version > 0) {
            retries += event.equals("RetryScheduled") ? 1 : 0;
            pickUp.add((double) job.fold(event, version, Instant.parse(record.text("at")), data));
        }
    }

    private int ofSubmission(JsonNode data, String command) {
        return data.path("commandType").asText("").equals("Submit") && submissions.contains(command) ? 1 : 0;
    }

    private Balance balance() {
        Set<String> unanswered = new HashSet<>(submissions);
        unanswered.removeAll(answered);
        unanswered.removeAll(undecodable);
        Map<Standing, Long> standings = new HashMap<>();
        long failedWithoutLetter = 0;
        for (Map.Entry<String, JobLine> job : jobs.entrySet()) {
            Standing standing = job.getValue().standing();
            standings.merge(standing, 1L, Long::sum);
            failedWithoutLetter += standing == Standing.FAILED && !deadJobs.contains(job.getKey()) ? 1 : 0;
        }
        return new Balance(
                submissions.size(),
                jobs.size(),
                refused,
                ignored,
                undecodable.size(),
                unanswered.size(),
                new Balance.Standings(
                        standings.getOrDefault(Standing.COMPLETED, 0L),
                        standings.getOrDefault(Standing.FAILED, 0L),
                        standings.getOrDefault(Standing.ABORTED, 0L),
                        standings.getOrDefault(Standing.STOPPED, 0L),
                        standings.getOrDefault(Standing.DELETED, 0L),
                        standings.getOrDefault(Standing.WAITING, 0L),
                        standings.getOrDefault(Standing.UNDER_WAY, 0L)),
                retries,
                new Balance.Faults(
                        jobs.values().stream()
                                .mapToLong(JobLine::secondCompletions)
                                .sum(),
                        jobs.values().stream().mapToLong(JobLine::gaps).sum(),
                        jobs.values().stream()
                                .mapToLong(JobLine::eventsAfterTheEnd)
                                .sum(),
                        failedWithoutLetter),
                pickUp.summary());
    }

    private static String place(int partition, long offset) {
        return "s-" + partition + "-" + offset;
    }
}
