package dev.penstock.stack.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.stack.process.Await;
import dev.penstock.stack.process.PortTaken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerTest {
    @TempDir
    Path folder;

    @Test
    void aRecordOutlivesKillAndRestartOnTheSameDataAndPort() throws Exception {
        try (LocalBroker broker = LocalBroker.start(BrokerOptions.in(folder))) {
            createTopic(broker, "kept", 1);
            assertThat(send(broker, "kept", "before")).isZero();
            String bootstrap = broker.bootstrap();

            broker.kill();
            assertThat(broker.processes()).noneMatch(process -> process.isAlive());
            broker.restart();

            assertThat(broker.bootstrap()).isEqualTo(bootstrap);
            assertThat(send(broker, "kept", "after")).isEqualTo(1);
        }
    }

    /** {@link FormerSelf} tells what comes of loading them twice. */
    @Test
    void aKilledBrokerThatComesBackLoadsItsGroupsOnce() throws Exception {
        BrokerOptions options = BrokerOptions.in(folder).withLogLevel("info");
        try (LocalBroker broker = LocalBroker.start(options)) {
            askForAGroup(broker);
            broker.kill();
            assertThat(partitionsLoaded(options)).isEqualTo(8);
            broker.restart();
            askForAGroup(broker);
        }
        assertThat(partitionsLoaded(options)).isEqualTo(16);
    }

    @Test
    void aFrozenBrokerAnswersNothingAndGoesOnWhenThawed() throws Exception {
        try (LocalBroker broker = LocalBroker.start(BrokerOptions.in(folder));
                BrokerProbe probe = new BrokerProbe(broker.bootstrap())) {
            broker.pause();
            assertThat(probe.nodes()).isZero();
            broker.resume();
            assertThat(Await.until(Duration.ofMinutes(3), () -> probe.nodes() == 1))
                    .isTrue();
        }
    }

    @Test
    void threeNodesSurviveTheLossOfOne() throws Exception {
        try (LocalBroker broker = LocalBroker.start(BrokerOptions.in(folder).withNodes(3))) {
            createTopic(broker, "replicated", 3);
            send(broker, "replicated", "before");
            broker.kill(0);
            assertThat(send(broker, "replicated", "after")).isEqualTo(1);
            broker.restart();
            assertThat(broker.processes()).allMatch(process -> process.isAlive());
        }
    }

    @Test
    void anExactPortThatIsTakenIsRefusedByNumber() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerOptions options = BrokerOptions.in(folder).onPort(other.getLocalPort());
            assertThatThrownBy(() -> LocalBroker.start(options))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("port " + other.getLocalPort())
                    .hasMessageContaining("--broker-port");
        }
    }

    @Test
    void aPreferredPortThatIsTakenGivesWayToTheNext() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LocalBroker broker = LocalBroker.start(BrokerOptions.in(folder).preferringPort(other.getLocalPort()))) {
            assertThat(broker.bootstrap()).doesNotEndWith(":" + other.getLocalPort());
        }
    }

    @Test
    void twoOrFourBrokersAreRefusedWithTheReason() {
        BrokerOptions one = BrokerOptions.in(folder);
        assertThatThrownBy(() -> one.withNodes(2)).hasMessageContaining("1 or 3 brokers");
    }

    private static void createTopic(LocalBroker broker, String name, int copies) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.of((short) copies))))
                    .all()
                    .get();
        }
    }

    private static long send(LocalBroker broker, String topic, String value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrap());
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, value)).get().offset();
        }
    }

    private static void askForAGroup(LocalBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            admin.listConsumerGroupOffsets("somebody").all().get();
        }
    }

    private static long partitionsLoaded(BrokerOptions options) throws IOException {
        try (Stream<String> lines = Files.lines(options.logs().resolve("broker.log"))) {
            return lines.filter(line -> line.contains("Scheduling loading of metadata from __consumer_offsets-"))
                    .count();
        }
    }
}
