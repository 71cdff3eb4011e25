package dev.penstock.processor.bench;

import dev.penstock.api.command.CommandMessage;
import dev.penstock.api.command.Report;
import dev.penstock.api.command.SettingCommand;
import dev.penstock.api.dispatch.WorkOrder;
import dev.penstock.api.job.Actor;
import dev.penstock.api.job.Delivery;
import dev.penstock.api.job.JobId;
import dev.penstock.api.job.Lease;
import dev.penstock.api.key.Ids;
import dev.penstock.api.key.Keys;
import dev.penstock.api.key.KeysFile;
import dev.penstock.api.setting.Setting;
import dev.penstock.api.topic.Kafka;
import dev.penstock.api.topic.Sizing;
import dev.penstock.api.wire.CommandCodec;
import dev.penstock.api.wire.Wire;
import dev.penstock.processor.app.WriteSide;
import dev.penstock.processor.app.WriteSideSettings;
import dev.penstock.processor.engine.Incoming;
import dev.penstock.processor.engine.Output;
import dev.penstock.processor.observe.Timing;
import dev.penstock.processor.stream.StreamMeter;
import dev.penstock.stack.fixture.TestKafka;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The write side alone: N submissions, a worker that does nothing and reports once, everything in this process but the
 * broker. Arguments: number of jobs, jobs per second (0: as fast as they come).
 */
public final class HotPath {
    private final Kafka kafka;
    private final Keys keys;
    private final AtomicLong completed = new AtomicLong();
    private final List<Long> pickUps = Collections.synchronizedList(new ArrayList<>());

    private HotPath(Kafka kafka, Keys keys) {
        this.kafka = kafka;
        this.keys = keys;
    }

    public static void main(String[] args) throws Exception {
        // Outside Quarkus its log manager is at ALL: the clients would format a line for each record.
        Logger.getLogger("").setLevel(Level.WARNING);
        int jobs = Integer.parseInt(args[0]);
        int rate = Integer.parseInt(args[1]);
        TestKafka broker = TestKafka.shared();
        Kafka kafka = Kafka.at(broker.bootstrap()).prefix(broker.freshPrefix());
        Path folder = Files.createTempDirectory("penstock-bench");
        WriteSideSettings settings = new WriteSideSettings(
                kafka,
                Sizing.DEMO,
                folder.resolve("data"),
                folder.resolve("keys"),
                0,
                1,
                WriteSideSettings.COMMIT_INTERVAL,
                Timing.DEFAULT);
        HotPath bench = new HotPath(kafka, new KeysFile(settings.keysFile()).readOrCreate());
        try (WriteSide side = WriteSide.start(settings, bench.meter())) {
            while (!side.isReady()) {
                Thread.sleep(100);
            }
            bench.declare("bench");
            Thread.sleep(3_000);
            Thread.ofPlatform().daemon().start(bench::work);
            bench.run(jobs / 10 + 100, rate);
            bench.run(jobs, rate);
            System.out.println(side.facts());
        }
        System.exit(0);
    }

    private StreamMeter meter() {
        return new StreamMeter() {
            @Override
            public void decided(Incoming in, List<Output> outputs) {
                if (in.message().body() instanceof Report.Succeeded) {
                    completed.incrementAndGet();
                }
            }

            @Override
            public void unreadable(String topic) {
                System.out.println("unreadable in " + topic);
            }

            @Override
            public void ahead() {}

            @Override
            public void forwarded() {
                System.out.println("forwarded");
            }
        };
    }

    private void declare(String queue) {
        CommandMessage put = CommandMessage.of(
                Ids.command(),
                Actor.user("bench"),
                new SettingCommand.PutQueue(Setting.Queue.named(queue, "bench"), true));
        try (KafkaProducer<String, byte[]> producer = producer(0)) {
            var unused = producer.send(new ProducerRecord<>(
                    kafka.topics().commands(),
                    put.body().route(),
                    CommandCodec.encode(keys.act(Keys.UI).sign(put))));
        }
    }

    private void run(int jobs, int rate) throws InterruptedException {
        completed.set(0);
        pickUps.clear();
        Map<String, Long> cpu = cpu();
        long begin = System.nanoTime();
        try (KafkaProducer<String, byte[]> producer = producer(rate == 0 ? 5 : 0)) {
            for (int i = 0; i < jobs; i++) {
                JobId id = Ids.random();
                String json = "{\"job\":\"" + id + "\",\"type\":\"bench.noop\",\"queue\":\"bench\",\"payload\":{\"n\":"
                        + i + ",\"at\":" + System.nanoTime() + "}}";
                var unused = producer.send(new ProducerRecord<>(
                        kafka.topics().submissions(), id.route(), json.getBytes(StandardCharsets.UTF_8)));
                if (rate > 0) {
                    long due = begin + (i + 1) * 1_000_000_000L / rate;
                    while (System.nanoTime() < due) {
                        Thread.sleep(1);
                    }
                }
            }
        }
        long submitted = System.nanoTime();
        while (completed.get() < jobs) {
            Thread.sleep(5);
        }
        long end = System.nanoTime();
        List<Long> sorted = new ArrayList<>(pickUps);
        Collections.sort(sorted);
        System.out.printf(
                "%d jobs: submitted in %.2f s, completed in %.2f s = %.0f jobs/s; pick-up p50 %.1f ms p99 %.1f ms%n",
                jobs,
                (submitted - begin) / 1e9,
                (end - begin) / 1e9,
                jobs / ((end - begin) / 1e9),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6);
        cpu().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(8)
                .forEach(e -> System.out.printf(
                        "  %5.1f us CPU a job: %s%n",
                        (e.getValue() - cpu.getOrDefault(e.getKey(), 0L)) / 1e3 / jobs, e.getKey()));
    }

    /** CPU time of the threads of this process by name: what a busy machine does not distort. */
    private static Map<String, Long> cpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Long> byName = new HashMap<>();
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null) {
                byName.merge(info.getThreadName(), threads.getThreadCpuTime(info.getThreadId()), Long::sum);
            }
        }
        return byName;
    }

    private void work() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                        kafka.client(Map.of("auto.offset.reset", "earliest", "max.poll.records", 2000)),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
                KafkaProducer<String, byte[]> producer = producer(0)) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String topic : kafka.topics().work("bench")) {
                consumer.partitionsFor(topic).forEach(p -> partitions.add(new TopicPartition(topic, p.partition())));
            }
            consumer.assign(partitions);
            while (true) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(10))) {
                    report(producer, record);
                }
            }
        }
    }

    private void report(KafkaProducer<String, byte[]> producer, ConsumerRecord<String, byte[]> record) {
        try {
            WorkOrder order = Wire.read(record.value(), WorkOrder.class);
            String payload = order.payload().text();
            pickUps.add(System.nanoTime()
                    - Long.parseLong(payload.substring(payload.lastIndexOf(':') + 1, payload.length() - 1)));
            Report done = new Report.Succeeded(
                    order.job(),
                    new Lease(order.round(), order.attempt(), order.number(), "bench-worker"),
                    new Delivery(record.topic(), record.partition(), record.offset(), 1),
                    Duration.ofMillis(1),
                    null,
                    List.of(),
                    false);
            CommandMessage message = CommandMessage.of(Ids.command(), Actor.worker("bench-worker"), done)
                    .withToken(order.token());
            var unused = producer.send(
                    new ProducerRecord<>(kafka.topics().commands(), order.job().route(), CommandCodec.encode(message)));
        } catch (dev.penstock.api.wire.UndecodableException e) {
            throw new IllegalStateException(e);
        }
    }

    private KafkaProducer<String, byte[]> producer(int linger) {
        return new KafkaProducer<>(
                kafka.client(Map.of("linger.ms", linger, "batch.size", 64 << 10)),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}
