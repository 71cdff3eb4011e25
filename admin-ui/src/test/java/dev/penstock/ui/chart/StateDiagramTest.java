package dev.penstock.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.job.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StateDiagramTest {
    @Test
    @DisplayName("S3.18: the ways that are drawn are those that the rules print")
    void asTheRulesSay() throws Exception {
        String printed = Files.readString(Path.of("../docs/lifecycle.md"));
        String diagram = printed.substring(printed.indexOf("stateDiagram-v2\n") + 16, printed.lastIndexOf("```"));
        assertThat(StateDiagram.WAYS.lines())
                .containsExactlyElementsOf(diagram.lines().map(String::strip).toList());
        assertThat(StateDiagram.svg().split("<rect")).hasSize(Status.values().length + 1);
    }
}
