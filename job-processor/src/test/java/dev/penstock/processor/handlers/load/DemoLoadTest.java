package dev.penstock.processor.handlers.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Leaders;
import dev.penstock.processor.handlers.DemoPlaces;
import dev.penstock.processor.handlers.load.catalogue.CatalogueWork;
import dev.penstock.stack.fixture.TestKafka;
import dev.penstock.stack.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoLoadTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int PARTITIONS = 3;

    @TempDir
    Path folder;

    private Kafka kafka;

    @BeforeEach
    void makeTopic() throws Exception {
        TestKafka shared = TestKafka.shared();
        kafka = Kafka.at(shared.bootstrap()).prefix(shared.freshPrefix());
        try (Admin admin = Admin.create(kafka.client(Map.of()))) {
            Leaders.create(admin, List.of(new NewTopic(kafka.topics().submissions(), PARTITIONS, (short) 1)));
        }
    }

    @Test
    @DisplayName(
            "S2.11, S2.20, S4.4: the demo's load reports exactly as many jobs as Kafka holds; system jobs are nobody's, reports have low priority")
    void reportsWhatIsInTheLog() throws Exception {
        Tally tally;
        AtomicInteger told = new AtomicInteger();
        try (JobClient client = JobClient.at(kafka);
                DemoLoad load = DemoLoad.start(client, options(200, null), told::incrementAndGet)) {
            await(() -> load.tally().submitted() >= 300);
            assertThat(load.burst(500)).isEqualTo(500);
            await(() -> load.tally().submitted() >= 1_000);
            load.stop();
            await(() -> load.tally().stopped() && load.tally().pending() == 0);
            tally = load.tally();
            assertThatThrownBy(() -> load.burst(10)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(tally.notAcknowledged()).isZero();
        assertThat(told.get())
                .as("a legacy service tells something now and then")
                .isGreaterThan(10);

        List<JsonNode> log = submissions(tally.submitted());
        assertThat(log).hasSize((int) tally.submitted());
        Map<String, Long> types = log.stream()
                .collect(Collectors.groupingBy(job -> job.get("type").asText(), Collectors.counting()));
        assertThat(types)
                .containsOnlyKeys(
                        "email.send",
                        "webhook.deliver",
                        "telemetry.ingest",
                        "media.thumbnail",
                        "licences.generate",
                        "marketplace.sync",
                        "records.import",
                        "records.export",
                        "notify",
                        "media.publish",
                        "workflow.step",
                        "media.transcode",
                        "document.process",
                        "search.index",
                        "search.reindex",
                        "analytics.transform",
                        "report.generate",
                        "segment.compute",
                        "segment.recalculate",
                        "script.execute",
                        "listener.execute",
                        "system.refactor-data",
                        "system.update-relations",
                        "item.import",
                        "studio.import-inputs",
                        "studio.generate-outputs",
                        "bulk.create",
                        "bulk.edit",
                        "bulk.change-status",
                        "bulk.download",
                        "pdf.merge.module",
                        "pdf.merge.studio",
                        "image.download",
                        "video.download",
                        "module.export",
                        "report.export",
                        "converters.run",
                        "previews.generate-missing",
                        "media-holders.clean");
        assertThat(log)
                .filteredOn(job -> job.get("type").asText().equals("item.import"))
                .isNotEmpty()
                .allSatisfy(job -> {
                    assertThat(job.has("runBy")).isFalse();
                    assertThat(job.get("origin").asText()).isEqualToIgnoringCase("system");
                    assertThat(job.get("notifyUser").asText()).as("S4.4").isIn(CatalogueWork.PEOPLE);
                    assertThat(job.at("/links/0/href").asText())
                            .as("S4.17")
                            .isEqualTo("/demo/items?batch=" + job.get("batch").asText());
                });
        assertThat(log)
                .filteredOn(job -> job.get("type").asText().startsWith("studio."))
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job.get("links").findValuesAsText("rel"))
                        .as("S4.18")
                        .containsExactly("item", "studio"));
        assertThat(log)
                .filteredOn(job -> job.get("type").asText().startsWith("system."))
                .allSatisfy(job -> assertThat(job.has("runBy")).as("S2.11").isFalse())
                .allSatisfy(job -> assertThat(job.get("origin").asText()).isEqualToIgnoringCase("system"));
        assertThat(log)
                .filteredOn(job -> job.get("type").asText().equals("report.generate"))
                .allSatisfy(job -> assertThat(job.get("priority").asText()).isEqualToIgnoringCase("low"));
        assertThat(log.stream().filter(DemoLoadTest::isNewsletter)).hasSize(500);
        assertThat(log)
                .filteredOn(job -> job.get("type").asText().equals("telemetry.ingest"))
                .allSatisfy(job -> assertThat(new DemoPlaces(folder)
                                .telemetryInbox()
                                .resolve(job.at("/payload/file").asText()))
                        .exists());
    }

    @Test
    @DisplayName("penstock.demo.for ends the load by itself; without a rate only bursts are sent")
    void endsByItself() throws Exception {
        try (JobClient client = JobClient.at(kafka);
                DemoLoad load = DemoLoad.start(client, options(0, Duration.ofSeconds(3)), Legacy.SILENT)) {
            load.burst(20);
            await(() -> load.tally().stopped() && load.tally().pending() == 0);
            assertThat(load.tally()).isEqualTo(new Tally(20, 0, 0, true));
            assertThatThrownBy(() -> load.burst(0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("1 to 100000 jobs, not 0");
        }
    }

    @Test
    @DisplayName("The load breathes between half and one and a half times of its average")
    void breathes() {
        List<Double> rates = IntStream.range(0, 120)
                .mapToObj(second -> 1e9
                        / Breath.untilNext(6, Duration.ofSeconds(second), 0.5).toNanos())
                .toList();
        assertThat(rates).allSatisfy(rate -> assertThat(rate).isBetween(2.9, 9.1));
        assertThat(rates.stream().mapToDouble(rate -> rate).average().orElseThrow())
                .isBetween(5.8, 6.2);
    }

    private DemoLoad.Options options(double perSecond, @Nullable Duration time) {
        return new DemoLoad.Options(new DemoPlaces(folder), 11, perSecond, time);
    }

    private static boolean isNewsletter(JsonNode job) {
        return job.path("runBy").asText().equals("newsletter");
    }

    private List<JsonNode> submissions(long count) {
        List<JsonNode> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = kafka.consumer(Map.of())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(i -> new TopicPartition(kafka.topics().submissions(), i))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long ends = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(end -> end)
                    .sum();
            assertThat(ends).isEqualTo(count);
            await(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(entry -> found.add(read(entry.value())));
                return found.size() >= count;
            });
        }
        return found;
    }

    private static JsonNode read(byte[] json) {
        try {
            return new JsonMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Await.until(PATIENCE, condition)).isTrue();
    }
}
