package dev.penstock.stack.history.proof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.stack.history.LogReader;
import dev.penstock.stack.history.LogRecord;
import dev.penstock.stack.history.model.Asked;
import dev.penstock.stack.history.model.Place;
import dev.penstock.stack.history.model.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Everything of the log that a proof needs, by partition. */
public final class Pages {
    private final TopicNames topics;
    private final Map<Integer, Partition> partitions = new TreeMap<>();
    private final Set<Place> unreadable = new HashSet<>();
    private final Set<Place> forwarded = new HashSet<>();
    private final Set<String> deadJobs = new HashSet<>();
    private final Map<String, JsonNode> states = new HashMap<>();
    private long records;

    private Pages(TopicNames topics) {
        this.topics = topics;
    }

    /** The three topics of one partition: what was asked at either door, and what came of it, each in its order. */
    record Partition(List<Asked> submissions, List<Asked> commands, List<Told> events) {
        Partition() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Reads the log from its beginning to its end as it is now: whoever writes to it should have stopped. */
    public static Pages read(Map<String, Object> client, TopicNames topics) {
        Pages pages = new Pages(topics);
        try (LogReader reader = new LogReader(client)) {
            for (String topic : List.of(
                    topics.submissions(), topics.commands(), topics.deadLetter(), topics.events(), topics.state())) {
                reader.read(List.of(topic), Map.of(), pages::add);
            }
        }
        return pages;
    }

    /** From records in hand. */
    static Pages of(TopicNames topics, Iterable<LogRecord> records) {
        Pages pages = new Pages(topics);
        records.forEach(pages::add);
        return pages;
    }

    private void add(LogRecord record) {
        records++;
        Partition partition = partitions.computeIfAbsent(record.partition(), number -> new Partition());
        if (record.topic().equals(topics.submissions())) {
            Asked asked = Asked.submission(record);
            partition.submissions.add(asked);
            if (asked.forwardedFrom() != null) {
                forwarded.add(asked.forwardedFrom());
            }
        } else if (record.topic().equals(topics.commands())) {
            partition.commands.add(Asked.command(record));
        } else if (record.topic().equals(topics.events())) {
            partition.events.add(Told.of(record));
        } else if (record.topic().equals(topics.deadLetter())) {
            deadLetter(record);
        } else if (record.value().isObject()) {
            states.put(record.key(), record.value());
        } else {
            states.remove(record.key());
        }
    }

    private void deadLetter(LogRecord record) {
        if (!record.text("job").isEmpty()) {
            deadJobs.add(record.text("job"));
        }
        JsonNode source = record.value().path("source");
        boolean input =
                record.value().hasNonNull("input") || record.value().path("job").isMissingNode();
        if (source.isObject() && input) {
            unreadable.add(new Place(
                    source.path("topic").asText(),
                    source.path("partition").asInt(),
                    source.path("offset").asLong()));
        }
    }

    /** The partitions without what nobody could read and what was sent on to another partition, all of it counted. */
    List<Partition> walkable(Tally tally) {
        List<Partition> walkable = new ArrayList<>();
        for (Partition partition : partitions.values()) {
            walkable.add(new Partition(
                    walkable(partition.submissions, tally), walkable(partition.commands, tally), partition.events));
        }
        return walkable;
    }

    private List<Asked> walkable(List<Asked> all, Tally tally) {
        List<Asked> walkable = new ArrayList<>();
        for (Asked asked : all) {
            if (unreadable.contains(asked.place())) {
                tally.unreadable();
            } else if (forwarded.contains(asked.place())) {
                tally.forwarded();
            } else {
                tally.asked(asked);
                walkable.add(asked);
            }
        }
        return walkable;
    }

    /** Jobs that have a dead letter. */
    Set<String> deadJobs() {
        return deadJobs;
    }

    /** What {@code jobs.state} says of each job. */
    Map<String, JsonNode> states() {
        return states;
    }

    /** Ids of all commands in the log, read or not. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        for (Partition partition : partitions.values()) {
            partition.submissions.forEach(asked -> ids.add(asked.id()));
            partition.commands.forEach(asked -> ids.add(asked.id()));
        }
        return ids;
    }

    /** Records that were read. */
    public long records() {
        return records;
    }
}
