package dev.penstock.stack.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.client.Acting;
import dev.penstock.api.client.JobClient;
import dev.penstock.api.client.JobEnd;
import dev.penstock.api.client.JobHandle;
import dev.penstock.api.client.NewJob;
import dev.penstock.api.client.NotAcknowledged;
import dev.penstock.api.client.SubmitRefused;
import dev.penstock.api.command.Act;
import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Submit;
import dev.penstock.api.dispatch.Signal;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Status;
import dev.penstock.api.key.ActKey;
import dev.penstock.api.key.ActKeys;
import dev.penstock.api.key.Ids;
import dev.penstock.api.key.Secret;
import dev.penstock.api.topic.Headers;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.SubmissionCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class JobClientTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final BareBroker broker = BareBroker.fresh();

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void a_submission_is_durable_in_its_routes_partition_with_its_headers() throws Exception {
        try (JobClient client = JobClient.builder(broker.kafka())
                .source("shop")
                .traceparent(() -> TRACE)
                .build()) {
            JobHandle handle = client.submit(
                    NewJob.of("email.send", new Json("{\"to\":\"ana\"}")).runBy("ana"));
            ConsumerRecord<String, byte[]> record =
                    broker.records(broker.names().submissions(), 1).getFirst();
            JobId job = java.util.Objects.requireNonNull(handle.job());
            assertThat(record.key()).isEqualTo(job.route());
            assertThat(record.partition()).isEqualTo(Partition.of(job.route(), BareBroker.SIZING.partitions()));
            assertThat(Headers.text(record.headers(), Headers.ID)).isEqualTo(handle.command());
            assertThat(Headers.text(record.headers(), Headers.TYPE)).isEqualTo("dev.penstock.Submit");
            assertThat(Headers.text(record.headers(), Headers.SOURCE)).isEqualTo("shop");
            assertThat(Headers.text(record.headers(), Headers.SPEC_VERSION)).isEqualTo("1.0");
            assertThat(Headers.text(record.headers(), Headers.CONTENT_TYPE)).isEqualTo("application/json");
            assertThat(Headers.text(record.headers(), Headers.TRACEPARENT)).isEqualTo(TRACE);
            CommandMessage read = decoded(record);
            assertThat(read.actor()).isEqualTo(Actor.service("shop"));
            assertThat(read.traceparent()).isEqualTo(TRACE);
            assertThat(((Submit) read.body()).job()).isEqualTo(job);
            assertThat(((Submit) read.body()).spec().runBy()).isEqualTo("ana");
        }
    }

    @Test
    @DisplayName("B15: with the id secret an idempotency key is a job id at once, without it the processor finds it")
    void an_idempotency_key_names_the_job() throws Exception {
        Secret secret = Secret.random();
        NewJob job = NewJob.of("t", Json.EMPTY).idempotencyKey("order-17");
        try (JobClient knowing =
                        JobClient.builder(broker.kafka()).idSecret(secret).build();
                JobClient ignorant = JobClient.at(broker.kafka())) {
            assertThat(knowing.submit(job).job()).isEqualTo(new Ids(secret).fromKey("default", "order-17"));
            assertThat(ignorant.submit(job).job()).isNull();
        }
        assertThat(broker.records(broker.names().submissions(), 2))
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrder(
                        new Ids(secret).fromKey("default", "order-17").route(), "order-17");
    }

    @Test
    void many_are_submitted_in_batches_and_each_has_its_handle() {
        try (JobClient client = JobClient.at(broker.kafka())) {
            List<JobHandle> handles = client.submitAll(IntStream.range(0, 5_000)
                    .mapToObj(i -> NewJob.of("t", new Json("{\"n\":" + i + "}")))
                    .toList());
            assertThat(handles)
                    .extracting(JobHandle::job)
                    .doesNotHaveDuplicates()
                    .hasSize(5_000);
        }
        assertThat(broker.records(broker.names().submissions(), 5_000)).hasSize(5_000);
    }

    @Test
    @DisplayName("C6: an awaited end is answered to the client alone")
    void an_end_is_awaited() throws Exception {
        try (JobClient client = JobClient.at(broker.kafka())) {
            JobHandle done = client.submit(NewJob.of("t", Json.EMPTY).awaited());
            JobHandle refused = client.submit(NewJob.of("t", Json.EMPTY).awaited());
            JobHandle late = client.submit(NewJob.of("t", Json.EMPTY).awaited());
            JobId job = new JobId("r1.0");
            broker.signal("somebody-else", new Signal.Answer(job, late.command(), Status.COMPLETED, null, null));
            broker.signal(
                    client.id(),
                    new Signal.Answer(job, done.command(), Status.COMPLETED, new Json("{\"value\":7}"), null));
            broker.signal(client.id(), new Signal.Answer(job, refused.command(), null, null, "there is no queue x"));

            record Value(int value) {}
            JobEnd end = client.await(done, Duration.ofMinutes(3));
            assertThat(end.isCompleted()).isTrue();
            assertThat(end.result(Value.class)).isEqualTo(new Value(7));
            assertThatThrownBy(() -> client.await(refused, Duration.ofMinutes(3)))
                    .isInstanceOf(SubmitRefused.class)
                    .hasMessage("there is no queue x");
            assertThatThrownBy(() -> client.await(late, Duration.ofMillis(50))).isInstanceOf(TimeoutException.class);
            JobHandle unawaited = client.submit(NewJob.of("t", Json.EMPTY));
            assertThatThrownBy(() -> client.await(unawaited, Duration.ofMillis(50)))
                    .hasMessageContaining("submit it with awaited()");
        }
    }

    @Test
    @DisplayName("A7: an act is signed; without a key the client says how to get one")
    void acts_are_signed() throws Exception {
        ActKey key = ActKey.full("shop");
        JobId job = new JobId("r1.0");
        try (JobClient client = JobClient.builder(broker.kafka()).actKey(key).build()) {
            String command = client.act(
                    new Act.Delete(job),
                    Acting.as(Actor.user("ana")).because("done with it").ifVersion(4));
            ConsumerRecord<String, byte[]> record =
                    broker.records(broker.names().commands(), 1).getFirst();
            CommandMessage read = CommandCodec.decode(record.value());
            assertThat(read.id()).isEqualTo(command);
            assertThat(read.actor()).isEqualTo(Actor.user("ana"));
            assertThat(read.ifVersion()).isEqualTo(4);
            assertThat(new ActKeys(List.of(key)).objection(read, record.value(), "mail"))
                    .isNull();
            assertThat(Headers.text(record.headers(), "id")).isEqualTo(command);
        }
        try (JobClient client = JobClient.at(broker.kafka())) {
            assertThatThrownBy(() -> client.retry(job)).hasMessageContaining("--may retry");
        }
    }

    @Test
    void what_kafka_does_not_take_is_not_acknowledged() {
        try (JobClient client = JobClient.builder(broker.kafka().prefix("no.such."))
                .producer("max.block.ms", 500)
                .build()) {
            assertThatThrownBy(() -> client.submit(NewJob.of("t", Json.EMPTY)))
                    .isInstanceOf(NotAcknowledged.class)
                    .hasMessageContaining("send it again under the same id or key");
        }
    }

    private static CommandMessage decoded(ConsumerRecord<String, byte[]> record) throws Exception {
        return SubmissionCodec.decode(
                record.value(),
                new SubmissionCodec.Place(record.topic(), record.partition(), record.offset()),
                new Ids(Secret.random()));
    }
}
