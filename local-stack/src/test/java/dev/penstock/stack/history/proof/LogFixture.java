package dev.penstock.stack.history.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.penstock.api.topic.TopicNames;
import dev.penstock.stack.history.LogRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A small log of one partition, written by hand. */
public final class LogFixture {
    private static final TopicNames TOPICS = TopicNames.DEFAULT;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<LogRecord> records = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** What is written from now on was written so much later. */
    public LogFixture later(long millis) {
        now = now.plusMillis(millis);
        return this;
    }

    /** So many milliseconds from now, as events say it. */
    public String in(long millis) {
        return "\"" + now.plusMillis(millis) + "\"";
    }

    /** A job of a specification and policy of its own, dispatched through gates. */
    public LogFixture job(String job, String spec, String policy, String limits) {
        submission("submit-" + job, job);
        String dispatch = dispatch(1, 1, 0).replace("}", ",\"limits\":[" + limits + "]}");
        return event(
                        "JobSubmitted",
                        job,
                        "submit-" + job,
                        "\"spec\":{" + spec + "},\"policy\":{" + policy + "},\"dispatch\":" + dispatch)
                .last();
    }

    /** A setting that was changed by somebody. */
    public LogFixture setting(String json) {
        String id = "put-" + records.size();
        command("PutSomething", id, "", "");
        return fact("SettingChanged", id, "\"setting\":" + json).last();
    }

    /** An event that is about no job. */
    public LogFixture fact(String event, String command, String data) {
        return event(event, "some/setting", command, data, 0);
    }

    /** A submission with the fields of its specification. */
    public LogFixture submission(String id, String job, String spec) {
        return add(TOPICS.submissions(), Map.of(), "{\"id\":\"" + id + "\",\"job\":\"" + job + "\"," + spec + "}");
    }

    /** The attempt that was dispatched first begins. */
    public LogFixture starts(String job) {
        report("Started", "start-" + job, job, 1, 0, "w1");
        return event("AttemptStarted", job, "start-" + job, "\"lease\":" + lease(1, 0, "w1"))
                .last();
    }

    /** And ends well. */
    public LogFixture completes(String job) {
        report("Succeeded", "end-" + job, job, 1, 0, "w1");
        return event("JobCompleted", job, "end-" + job, "\"lease\":" + lease(1, 0, "w1"))
                .last();
    }

    /** A submission, and the job it makes: QUEUED, dispatched with lease 0. */
    public LogFixture job(String job) {
        submission("submit-" + job, job);
        return event("JobSubmitted", job, "submit-" + job, "\"dispatch\":" + dispatch(1, 1, 0))
                .last();
    }

    public LogFixture submission(String id, String job) {
        return add(TOPICS.submissions(), Map.of(), "{\"type\":\"t\",\"id\":\"" + id + "\",\"job\":\"" + job + "\"}");
    }

    public LogFixture forwarded(String id, String job, String from) {
        return add(
                TOPICS.submissions(),
                Map.of("penstock-forwarded-from", from),
                "{\"type\":\"t\",\"id\":\"" + id + "\",\"job\":\"" + job + "\"}");
    }

    /** A report that quotes a lease of round 1. */
    public LogFixture report(String name, String id, String job, int attempt, long number, String worker) {
        return command(name, id, job, "\"lease\":" + lease(attempt, number, worker));
    }

    /** A command; returns its offset with {@link #offset}. */
    public LogFixture command(String name, String id, String job, String data) {
        return add(
                TOPICS.commands(),
                Map.of(),
                "{\"command\":\"" + name + "\",\"id\":\"" + id + "\",\"data\":{\"job\":\"" + job + "\""
                        + (data.isEmpty() ? "" : "," + data) + "}}");
    }

    /** Offset of the last command. */
    public long offset() {
        return ends.get(TOPICS.commands()) - 1;
    }

    public LogFixture garbage(String text) {
        return add(TOPICS.commands(), Map.of(), text);
    }

    public LogFixture deadLetterOfInput() {
        return add(
                TOPICS.deadLetter(),
                Map.of(),
                "{\"reason\":\"not JSON\",\"source\":{\"topic\":\"" + TOPICS.commands()
                        + "\",\"partition\":0,\"offset\":" + offset() + "},\"input\":\"eA==\"}");
    }

    public LogFixture deadLetterOf(String job) {
        return add(TOPICS.deadLetter(), Map.of(), "{\"reason\":\"failed\",\"job\":\"" + job + "\"}");
    }

    /** One of several events of a command; {@link #last} closes them. */
    public LogFixture event(String event, String job, String command, String data) {
        return event(event, job, command, data, versions.merge(job, 1, Integer::sum));
    }

    public LogFixture event(String event, String job, String command, String data, int version) {
        return add(
                TOPICS.events(),
                Map.of(),
                "{\"event\":\"" + event + "\",\"key\":\"" + job + "\",\"version\":" + version + ",\"command\":\""
                        + command + "\",\"at\":\"" + now + "\",\"last\":false,\"data\":{" + data + "}}");
    }

    /** The event just written is the last of its command's. */
    public LogFixture last() {
        LogRecord record = records.removeLast();
        ((com.fasterxml.jackson.databind.node.ObjectNode) record.value()).put("last", true);
        records.add(record);
        return this;
    }

    public LogFixture refused(String job, String command, String kind) {
        return add(
                TOPICS.events(),
                Map.of(),
                "{\"event\":\"CommandRefused\",\"key\":\"" + job + "\",\"version\":0,\"command\":\"" + command
                        + "\",\"at\":\"" + now + "\",\"last\":true,\"data\":{\"kind\":\"" + kind
                        + "\",\"sentence\":\"No.\"}}");
    }

    public LogFixture state(String job, String status, int version, int attempts) {
        return add(
                TOPICS.state(),
                Map.of("key", job),
                "{\"job\":{\"status\":\"" + status + "\",\"version\":" + version + ",\"marks\":{\"attempts\":"
                        + attempts + "}}}");
    }

    public static String lease(int attempt, long number, String worker) {
        return "{\"round\":1,\"attempt\":" + attempt + ",\"number\":" + number + ",\"worker\":\"" + worker + "\"}";
    }

    public static String dispatch(int round, int attempt, long number) {
        return "{\"round\":" + round + ",\"attempt\":" + attempt + ",\"number\":" + number + ",\"claim\":false}";
    }

    private LogFixture add(String topic, Map<String, String> headers, String json) {
        long offset = ends.merge(topic, 1L, Long::sum) - 1;
        records.add(new LogRecord(
                topic, 0, offset, now.toEpochMilli(), headers.getOrDefault("key", ""), headers, node(json)));
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

    public Proof proof() {
        return Proof.of(Pages.of(TOPICS, records));
    }
}
