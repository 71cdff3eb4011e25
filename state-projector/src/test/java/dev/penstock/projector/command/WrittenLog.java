package dev.penstock.projector.command;

import dev.penstock.api.event.Attempt;
import dev.penstock.api.event.Ending;
import dev.penstock.api.event.Event;
import dev.penstock.api.event.EventMessage;
import dev.penstock.api.event.Outcome;
import dev.penstock.api.event.RefusalKind;
import dev.penstock.api.event.SettingEvent;
import dev.penstock.api.event.Submission;
import dev.penstock.api.event.Submission.Dispatch;
import dev.penstock.api.event.Waiting;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Failure;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.JobPolicy;
import dev.penstock.api.job.JobSpec;
import dev.penstock.api.job.Json;
import dev.penstock.api.job.Lease;
import dev.penstock.api.job.Priority;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Leaders;
import dev.penstock.api.topic.Partition;
import dev.penstock.api.wire.EventCodec;
import dev.penstock.api.wire.Wire;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A log of two partitions on a real broker, written by hand, a second between two events: mail A fails twice, report B completes,
 * mail D waits. {@link #story} says which second holds what.
 */
final class WrittenLog implements AutoCloseable {
    static final JobId A = new JobId(route(0) + ".a");
    static final JobId B = new JobId(route(1) + ".b");
    static final JobId D = new JobId(route(1) + ".d");
    static final Instant BEGIN = Instant.parse("2026-03-01T14:00:00Z");

    final Kafka kafka;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Long> versions = new HashMap<>();
    private long second = -1;

    WrittenLog() throws Exception {
        TestKafka broker = TestKafka.shared();
        kafka = Kafka.at(broker.bootstrap()).prefix(broker.freshPrefix());
        try (Admin admin = kafka.admin()) {
            Leaders.create(
                    admin,
                    List.of(
                            new NewTopic(kafka.topics().events(), 2, (short) 1).configs(Map.of("retention.ms", "-1")),
                            new NewTopic(kafka.topics().state(), 2, (short) 1)
                                    .configs(Map.of("cleanup.policy", "compact")),
                            new NewTopic(kafka.topics().commands(), 2, (short) 1)));
        }
        producer = kafka.producer(Map.of("transactional.id", kafka.topics().prefix() + "writer"));
        producer.initTransactions();
    }

    /** A second of the story as the command line writes it. */
    static String at(int second) {
        return BEGIN.plusSeconds(second).toString();
    }

    WrittenLog story() {
        Actor ana = Actor.user("ana");
        Lease first = new Lease(1, 1, 0, "w1");
        Lease second = new Lease(1, 2, 9, "w2");
        Lease report = new Lease(1, 1, 0, "w2");
        write("queue/mail", ana, new SettingEvent.SettingChanged(Setting.Queue.named("mail", "e-mails"))); // 0
        write(A.value(), ana, submitted(A, "email.send", "mail")); // 1
        write(B.value(), Actor.service("shop"), submitted(B, "report.make", "reports")); // 2
        write(A.value(), Actor.worker("w1"), new Attempt.AttemptStarted(first, null, BEGIN.plusSeconds(3), false)); // 3
        write(
                B.value(),
                Actor.worker("w2"),
                new Attempt.AttemptStarted(report, null, BEGIN.plusSeconds(4), false)); // 4
        write(A.value(), Actor.worker("w1"), failed(first)); // 5
        write(A.value(), Actor.worker("w1"), new Waiting.RetryScheduled(7, BEGIN.plusSeconds(7))); // 6
        write(A.value(), Actor.system("relay"), new Waiting.WaitEnded(7)); // 7
        write(A.value(), Actor.system("relay"), new Submission.JobDispatched(dispatch(2, 9))); // 8
        write(
                A.value(),
                Actor.worker("w2"),
                new Attempt.AttemptStarted(second, null, BEGIN.plusSeconds(9), false)); // 9
        write(
                B.value(),
                Actor.worker("w2"),
                new Ending.JobCompleted(report, Duration.ofSeconds(6), new Json("{\"pages\":3}"))); // 10
        write(A.value(), Actor.worker("w2"), failed(second)); // 11
        write(A.value(), Actor.worker("w2"), new Ending.JobFailed(Ending.JobFailed.Why.EXHAUSTED, true)); // 12
        write(A.value(), ana, new Outcome.CommandRefused("Stop", RefusalKind.WRONG_STATUS, "It has ended.")); // 13
        write(
                "queue/mail",
                ana,
                new SettingEvent.SettingChanged(
                        Setting.Queue.named("mail", "e-mails").withPaused(true))); // 14
        write(D.value(), ana, submitted(D, "email.send", "mail")); // 15
        return this;
    }

    /** The next second's event. */
    WrittenLog write(String key, Actor actor, Event body) {
        return write(key, "c" + (second + 1), actor, body);
    }

    /** The same, as the outcome of a command. */
    WrittenLog write(String key, String command, Actor actor, Event body) {
        second++;
        boolean job = JobId.isValid(key) && !(body instanceof Outcome);
        long version = job ? versions.merge(key, 1L, Long::sum) : 0;
        EventMessage message = new EventMessage(
                key, version, command, true, actor, null, BEGIN.plusSeconds(second), "default", null, null, null, body);
        return send(message.route(), EventCodec.encode(message), true);
    }

    /** An event that is read by nobody who reads committed: its transaction is aborted. */
    WrittenLog aborted() {
        EventMessage message = new EventMessage(
                D.value(),
                2,
                "never",
                true,
                Actor.user("eve"),
                null,
                BEGIN,
                "default",
                null,
                null,
                null,
                new Ending.JobDeleted());
        return send(message.route(), EventCodec.encode(message), false);
    }

    WrittenLog garbage() {
        return send(A.route(), "no event".getBytes(StandardCharsets.UTF_8), true);
    }

    /** A value of jobs.state as the projector writes it. */
    WrittenLog state(JobId id, Object value) {
        producer.beginTransaction();
        var unused = producer.send(new ProducerRecord<>(kafka.topics().state(), id.value(), Wire.write(value)));
        producer.commitTransaction();
        return this;
    }

    private WrittenLog send(String route, byte[] value, boolean committed) {
        producer.beginTransaction();
        Long time = BEGIN.plusSeconds(second).toEpochMilli();
        var unused = producer.send(new ProducerRecord<>(kafka.topics().events(), null, time, route, value));
        producer.flush();
        if (committed) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
        return this;
    }

    String bootstrap() {
        return Objects.requireNonNull(kafka.properties().get("bootstrap.servers"));
    }

    @Override
    public void close() {
        producer.close();
    }

    private static Submission.JobSubmitted submitted(JobId id, String type, String queue) {
        JobSpec spec = new JobSpec(
                type,
                1,
                new Json("{\"to\":\"" + id.rest() + "\"}"),
                queue,
                Priority.NORMAL,
                "key-" + id.rest(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                Map.of(),
                List.of(),
                null,
                null,
                null,
                JobSpec.Overrides.NONE,
                null);
        return submission(id, spec);
    }

    /** A root that was dispatched with its submission. */
    static Submission.JobSubmitted submission(JobId id, JobSpec spec) {
        return new Submission.JobSubmitted(spec, JobPolicy.DEFAULT, null, id, null, dispatch(1, 0));
    }

    private static Dispatch dispatch(int attempt, long lease) {
        return new Dispatch(1, attempt, lease, Priority.NORMAL, false);
    }

    static Attempt.AttemptFailed failed(Lease lease) {
        return new Attempt.AttemptFailed(
                lease,
                Duration.ofSeconds(2),
                new Failure(Failure.Kind.TRANSIENT, "java.net.ConnectException", "refused", ""));
    }

    private static String route(int partition) {
        for (int i = 0; ; i++) {
            if (Partition.of("r" + i, 2) == partition) {
                return "r" + i;
            }
        }
    }
}
