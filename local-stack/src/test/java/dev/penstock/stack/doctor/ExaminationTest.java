package dev.penstock.stack.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.stack.broker.BrokerOptions;
import dev.penstock.stack.broker.LocalBroker;
import dev.penstock.stack.doctor.Finding.Weight;
import dev.penstock.stack.fixture.TestKafka;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {
    @TempDir
    Path folder;

    @Test
    void ourOwnBrokerLacksNothingButTheTwoOthers() {
        List<Finding> findings = Examination.of(
                Map.of("bootstrap.servers", TestKafka.shared().bootstrap()),
                TestKafka.shared().freshPrefix());
        assertThat(findings).hasSizeGreaterThan(10);
        assertThat(findings)
                .filteredOn(finding -> finding.weight() != Weight.GOOD)
                .extracting(Finding::what)
                .containsExactly("1 broker(s)");
    }

    @Test
    void aBrokerWithOtherSettingsIsToldWhatEachCosts() {
        Map<String, String> foreign = Map.of(
                "group.share.min.record.lock.duration.ms", "15000",
                "group.share.record.lock.duration.ms", "30000",
                "unclean.leader.election.enable", "true");
        try (LocalBroker broker = LocalBroker.start(BrokerOptions.in(folder).withSettings(foreign))) {
            List<Finding> findings = Examination.of(Map.of("bootstrap.servers", broker.bootstrap()), "jobs.");
            assertThat(findings)
                    .anySatisfy(finding -> {
                        assertThat(finding.weight()).isEqualTo(Weight.COSTS);
                        assertThat(finding.what()).contains("group.share.min.record.lock.duration.ms = 15000");
                        assertThat(finding.effect()).contains("within 20 s, not 10 s");
                        assertThat(finding.mend()).contains("server.properties of every broker");
                    })
                    .anySatisfy(finding -> {
                        assertThat(finding.weight()).isEqualTo(Weight.BREAKS);
                        assertThat(finding.what()).contains("unclean.leader.election.enable = true");
                        assertThat(finding.mend())
                                .contains("--entity-default --add-config unclean.leader.election.enable=false");
                    });
        }
    }

    @Test
    void aClusterThatCannotMakeKafkasOwnTopicsOrHasNoShareGroupsIsTold() throws Exception {
        Map<String, String> defaults = Map.of(
                "transaction.state.log.replication.factor", "3",
                "share.coordinator.state.topic.min.isr", "2");
        try (LocalBroker broker = LocalBroker.start(BrokerOptions.in(folder).withSettings(defaults))) {
            Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrap());
            try (Admin admin = Admin.create(client)) {
                FeatureUpdate off = new FeatureUpdate((short) 0, FeatureUpdate.UpgradeType.SAFE_DOWNGRADE);
                admin.updateFeatures(Map.of("share.version", off), new UpdateFeaturesOptions())
                        .all()
                        .get();
            }
            assertThat(Examination.of(client, "jobs."))
                    .filteredOn(finding -> finding.weight() == Weight.BREAKS)
                    .extracting(Finding::what, Finding::mend)
                    .satisfiesExactlyInAnyOrder(
                            pair -> assertThat(pair.toString())
                                    .contains("share.version = 0")
                                    .contains("upgrade --feature share.version=1"),
                            pair -> assertThat(pair.toString())
                                    .contains("__transaction_state: 3 copies once it is made")
                                    .contains("but there are 1 broker(s)")
                                    .contains("transaction.state.log.replication.factor=1"),
                            pair -> assertThat(pair.toString())
                                    .contains("__share_group_state")
                                    .contains("share.coordinator.state.topic.min.isr=1"));
        }
    }

    @Test
    void aTopicThatDoesNotFitIsNamedWithTheCommandThatMendsIt() throws Exception {
        TestKafka kafka = TestKafka.shared();
        String prefix = kafka.freshPrefix();
        Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrap());
        try (Admin admin = Admin.create(client)) {
            admin.createTopics(List.of(
                            topic(prefix + "submissions", 3, Map.of()),
                            topic(prefix + "events", 4, Map.of("retention.ms", "1000")),
                            topic(prefix + "work.mail.high", 1, Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
        assertThat(Examination.of(client, prefix))
                .filteredOn(finding -> finding.weight() == Weight.BREAKS)
                .extracting(Finding::what)
                .anySatisfy(what -> assertThat(what).contains(prefix + "events has 4 partitions and must have 3"))
                .anySatisfy(what -> assertThat(what)
                        .contains("kafka-configs.sh --alter --topic " + prefix + "events --add-config retention.ms=-1"))
                .anySatisfy(what -> assertThat(what)
                        .contains("--topic " + prefix + "work.mail.high --add-config cleanup.policy=delete"))
                .anySatisfy(what -> assertThat(what)
                        .contains(
                                "--group " + prefix + "work.mail.high --add-config share.auto.offset.reset=earliest"));
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> configs) {
        return new NewTopic(name, partitions, (short) 1).configs(configs);
    }

    @Test
    void aClusterThatIsNotThereIsNamed() {
        Map<String, Object> nowhere =
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 400);
        assertThatThrownBy(() -> Examination.of(nowhere, "jobs."))
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("does not answer");
    }
}
