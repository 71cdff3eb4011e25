package dev.penstock.ui.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Page;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.payload.JobType;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.worker.JobContext;
import dev.penstock.api.worker.JobWorker;
import dev.penstock.api.worker.PermanentFailure;
import dev.penstock.stack.process.Await;
import dev.penstock.stack.program.Program;
import dev.penstock.ui.fixture.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Alert rules against what really goes wrong: a queue without a worker, jobs that fail, a worker that dies while nobody can take
 * its lease from it. Each rule fires and clears; one story, told in order.
 */
@TestMethodOrder(OrderAnnotation.class)
class AlertsSystemCheck extends DemoStack {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String QUEUE = "alarm";
    private static final int HOLD_SECONDS = 3;
    private static final int JOBS = 20;
    private static final CountDownLatch RELEASED = new CountDownLatch(1);

    /** What the worker of this test does with a job. */
    @JobType(name = "alarm.ring", queue = QUEUE, description = "Rings, fails, or holds on")
    record Ring(String how) {}

    @Test
    @Order(1)
    @DisplayName(
            "Alert rules: without a worker jobs wait: growth, wait and the missing worker fire, each after its time, and are told")
    void nobodyWorks() {
        worker().close(); // the queue and the type are declared, and nobody serves them
        awaitTrue(() -> http.get("/api/v1/queues").body().contains(QUEUE));
        rule("QUEUE_GROWTH", QUEUE, 2, "");
        rule("LONG_WAIT", QUEUE, 2, "alarm-team@example.org");
        rule("NO_WORKER", QUEUE, 1, "");
        rule("FAILURE_RATE", QUEUE, 50, "");
        rule("STALE_LOCKS", QUEUE, 1, "");
        rule("LONG_WAIT", "webhooks", 36_000, "");
        submit("fails", JOBS);

        awaitFired("QUEUE_GROWTH");
        awaitFired("LONG_WAIT");
        awaitFired("NO_WORKER");
        JsonNode wait = rule("LONG_WAIT");
        assertThat(moment(wait, "firedAt"))
                .as("held for its time first")
                .isAfterOrEqualTo(moment(wait, "overSince").plusSeconds(HOLD_SECONDS));
        assertThat(rule("LONG_WAIT", "webhooks").path("firedAt").isTextual())
                .as("another queue's rule")
                .isFalse();
        awaitTrue(() -> told("Alert: No live worker of alarm") == 1);
        awaitTrue(() -> mails().anyMatch(
                        mail -> mail.contains("alarm-team@example.org") && mail.contains("Long wait of alarm")));
    }

    @Test
    @Order(2)
    @DisplayName(
            "Alert rules: a worker comes, and growth, wait and missing worker clear; its jobs fail, and the failure rate fires")
    void theWorkerFails() {
        Page page = chromium.open(base + "notifications");
        page.getByLabel("Snooze Failure rate of alarm for an hour").click();
        try (JobWorker worker = worker()) {
            assertThat(worker.isAlive()).isTrue();
            awaitFired("FAILURE_RATE");
            awaitCleared("QUEUE_GROWTH");
            awaitCleared("LONG_WAIT");
            awaitCleared("NO_WORKER");
            awaitTrue(() -> told("Over: Long wait of alarm") == 1);
            assertThat(told("Alert: Failure rate of alarm")).as("it is snoozed").isZero();

            submit("rings", JOBS * 4);
            awaitCleared("FAILURE_RATE");
        }
    }

    @Test
    @Order(3)
    @DisplayName(
            "Alert rules: a lease whose worker is gone fires while no processor takes it, and clears when one does")
    void theLockIsStale() {
        JobWorker worker = worker();
        submit("holds", 1);
        awaitTrue(() -> worker.busy() == 1 && count("queue:alarm status:running") == 1);
        stack.stop(Program.PROCESSOR);
        worker.close();
        awaitFired("STALE_LOCKS");
        awaitTrue(() -> told("Alert: Stale locks of alarm") == 1);
        stack.start(Program.PROCESSOR);
        awaitCleared("STALE_LOCKS");
        awaitTrue(() -> told("Over: Stale locks of alarm") == 1);
        RELEASED.countDown();
        worker().close();
    }

    private static void run(Ring ring, JobContext context) throws InterruptedException {
        switch (ring.how()) {
            case "fails" -> throw new PermanentFailure("The bell is broken");
            case "holds" -> RELEASED.await();
            default -> {}
        }
    }

    private static JobWorker worker() {
        Keys keys = new KeysFile(data.resolve("keys.properties")).read();
        String bootstrap = Objects.requireNonNull(stack.settings().get("penstock.kafka.bootstrap"));
        return JobWorker.builder(Kafka.at(bootstrap))
                .name(QUEUE)
                .task(Ring.class, AlertsSystemCheck::run)
                .actKey(keys.act(Keys.WORKER))
                .drain(Duration.ofSeconds(1))
                .start();
    }

    private static void submit(String how, int times) {
        for (int i = 0; i < times; i++) {
            Http.Answer answer = http.post(
                    "/api/v1/jobs",
                    "{\"type\":\"alarm.ring\",\"queue\":\"alarm\",\"payload\":{\"how\":\"" + how + "\"}}");
            assertThat(answer.code()).as(answer.body()).isBetween(200, 202);
        }
    }

    /** On the page, as an administrator adds it. */
    private void rule(String measure, String queue, int threshold, String mailTo) {
        Page page = chromium.open(base + "notifications");
        page.locator("#rule-measure").selectOption(measure);
        page.locator("#rule-queue").fill(queue);
        page.locator("#rule-threshold").fill(Integer.toString(threshold));
        page.locator("#rule-hold").fill(Integer.toString(HOLD_SECONDS));
        page.locator("#rule-mailTo").fill(mailTo);
        page.locator("form[action='/notifications/rules'] button").click();
        awaitTrue(() -> !rule(measure, queue).isMissingNode());
    }

    private static JsonNode rule(String measure) {
        return rule(measure, QUEUE);
    }

    private static JsonNode rule(String measure, String queue) {
        for (JsonNode rule : http.get("/api/v1/notifications").json().path("rules")) {
            if (rule.path("measure").asText().equals(measure)
                    && rule.path("queue").asText().equals(queue)) {
                return rule;
            }
        }
        return MissingNode.getInstance();
    }

    private static void awaitFired(String measure) {
        assertThat(Await.until(PATIENCE, () -> rule(measure).path("firedAt").isTextual()))
                .as("%s fires: %s", measure, rule(measure))
                .isTrue();
    }

    private static void awaitCleared(String measure) {
        assertThat(Await.until(PATIENCE, () -> !rule(measure).path("firedAt").isTextual()))
                .as("%s clears: %s", measure, rule(measure))
                .isTrue();
    }

    private static void awaitTrue(BooleanSupplier condition) {
        assertThat(Await.until(PATIENCE, condition)).isTrue();
    }

    private static Instant moment(JsonNode rule, String name) {
        return Instant.parse(rule.path(name).asText());
    }

    private static long told(String subject) {
        long times = 0;
        for (JsonNode told : http.get("/api/v1/notifications").json().path("notifications")) {
            times += told.path("subject").asText().equals(subject) ? 1 : 0;
        }
        return times;
    }

    private static long count(String filter) {
        return http.get("/api/v1/jobs?q=" + filter.replace(" ", "+"))
                .json()
                .at("/matches/count")
                .asLong();
    }

    private static Stream<String> mails() {
        try (Stream<Path> files = Files.list(data.resolve("demo/mailbox"))) {
            return files
                    .filter(file -> file.toString().endsWith(".eml"))
                    .map(AlertsSystemCheck::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
