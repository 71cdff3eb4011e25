package dev.penstock.stack.history.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.stack.history.LogRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small log of one partition, written by hand. */
final class LogFixture {
    private static final TopicNames TOPICS = TopicNames.DEFAULT;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<LogRecord> records = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();

    /** A submission, and the job it makes: QUEUED, dispatched with lease 0. */
    LogFixture job(String job) {
        submission("submit-" + job, job);
        return event("JobSubmitted", job, "submit-" + job, "\"dispatch\":" + dispatch(1, 1, 0))
                .last();
    }

    LogFixture submission(String id, String job) {
        return add(TOPICS.submissions(), Map.of(), "{\"type\":\"t\",\"id\":\"" + id + "\",\"job\":\"" + job + "\"}");
    }

    LogFixture forwarded(String id, String job, String from) {
        return add(
                TOPICS.submissions(),
                Map.of("penstock-forwarded-from", from),
                "{\"type\":\"t\",\"id\":\"" + id + "\",\"job\":\"" + job + "\"}");
    }

    /** A report that quotes a lease of round 1. */
    LogFixture report(String name, String id, String job, int attempt, long number, String worker) {
        return command(name, id, job, "\"lease\":" + lease(attempt, number, worker));
    }

    /** A command; returns its offset with {@link #offset}. */
    LogFixture command(String name, String id, String job, String data) {
        return add(
                TOPICS.commands(),
                Map.of(),
                "{\"command\":\"" + name + "\",\"id\":\"" + id + "\",\"data\":{\"job\":\"" + job + "\""
                        + (data.isEmpty() ? "" : "," + data) + "}}");
    }

    /** Offset of the last command. */
    long offset() {
        return ends.get(TOPICS.commands()) - 1;
    }

    LogFixture garbage(String text) {
        return add(TOPICS.commands(), Map.of(), text);
    }

    LogFixture deadLetterOfInput() {
        return add(
                TOPICS.deadLetter(),
                Map.of(),
                "{\"reason\":\"not JSON\",\"source\":{\"topic\":\"" + TOPICS.commands()
                        + "\",\"partition\":0,\"offset\":" + offset() + "},\"input\":\"eA==\"}");
    }

    LogFixture deadLetterOf(String job) {
        return add(TOPICS.deadLetter(), Map.of(), "{\"reason\":\"failed\",\"job\":\"" + job + "\"}");
    }

    /** One of several events of a command; {@link #last} closes them. */
    LogFixture event(String event, String job, String command, String data) {
        return event(event, job, command, data, versions.merge(job, 1, Integer::sum));
    }

    LogFixture event(String event, String job, String command, String data, int version) {
        return add(
                TOPICS.events(),
                Map.of(),
                "{\"event\":\"" + event + "\",\"key\":\"" + job + "\",\"version\":" + version + ",\"command\":\""
                        + command + "\",\"at\":\"2026-01-01T00:00:00Z\",\"last\":false,\"data\":{" + data + "}}");
    }

    /** The event just written is the last of its command's. */
    LogFixture last() {
        LogRecord record = records.removeLast();
        ((com.fasterxml.jackson.databind.node.ObjectNode) record.value()).put("last", true);
        records.add(record);
        return this;
    }

    LogFixture refused(String job, String command, String kind) {
        return add(
                TOPICS.events(),
                Map.of(),
                "{\"event\":\"CommandRefused\",\"key\":\"" + job + "\",\"version\":0,\"command\":\"" + command
                        + "\",\"at\":\"2026-01-01T00:00:00Z\",\"last\":true,\"data\":{\"kind\":\"" + kind
                        + "\",\"sentence\":\"No.\"}}");
    }

    LogFixture state(String job, String status, int version, int attempts) {
        return add(
                TOPICS.state(),
                Map.of("key", job),
                "{\"job\":{\"status\":\"" + status + "\",\"version\":" + version + ",\"marks\":{\"attempts\":"
                        + attempts + "}}}");
    }

    static String lease(int attempt, long number, String worker) {
        return "{\"round\":1,\"attempt\":" + attempt + ",\"number\":" + number + ",\"worker\":\"" + worker + "\"}";
    }

    static String dispatch(int round, int attempt, long number) {
        return "{\"round\":" + round + ",\"attempt\":" + attempt + ",\"number\":" + number + ",\"claim\":false}";
    }

    private LogFixture add(String topic, Map<String, String> headers, String json) {
        long offset = ends.merge(topic, 1L, Long::sum) - 1;
        records.add(new LogRecord(topic, 0, offset, 0, headers.getOrDefault("key", ""), headers, node(json)));
        return this;
    }

    private static JsonNode node(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            return node.isObject() ? node : MissingNode.getInstance();
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    Proof proof() {
        return Proof.of(Pages.of(TOPICS, records));
    }
}
