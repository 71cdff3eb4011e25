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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationTest {
    @TempDir
    Path folder;

    @Test
    void ourOwnBrokerLacksNothingButTheTwoOthers() {
        List<Finding> findings =
                Examination.of(Map.of("bootstrap.servers", TestKafka.shared().bootstrap()));
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
            List<Finding> findings = Examination.of(Map.of("bootstrap.servers", broker.bootstrap()));
            assertThat(findings)
                    .anySatisfy(finding -> {
                        assertThat(finding.weight()).isEqualTo(Weight.COSTS);
                        assertThat(finding.what()).contains("group.share.min.record.lock.duration.ms = 15000");
                        assertThat(finding.effect()).contains("within 20 s, not 10 s");
                    })
                    .anySatisfy(finding -> {
                        assertThat(finding.weight()).isEqualTo(Weight.BREAKS);
                        assertThat(finding.what()).contains("unclean.leader.election.enable = true");
                    });
        }
    }

    @Test
    void aClusterThatIsNotThereIsNamed() {
        Map<String, Object> nowhere =
                Map.of("bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", 500, "request.timeout.ms", 400);
        assertThatThrownBy(() -> Examination.of(nowhere))
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("does not answer");
    }
}
