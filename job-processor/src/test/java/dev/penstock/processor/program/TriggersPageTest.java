package dev.penstock.processor.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.job.JobSpec;
import dev.penstock.api.trigger.ForeignEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TriggersPageTest {
    private static final Pattern SETTINGS = Pattern.compile("```properties\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RECORD = Pattern.compile("```\n(\\w+): (\\w+) .*\n(\\{.*})\n```");
    private static final Pattern PAYLOAD = Pattern.compile("with the payload\n`(\\{.*})`");

    @Test
    @DisplayName(
            "S2.2: with the settings that docs/triggers.md shows, the record that it shows becomes the job that it shows")
    void theExampleOfThePage() throws Exception {
        String page = Files.readString(Path.of("../docs/triggers.md"));
        Matcher record = found(RECORD, page);
        ForeignEvent event = ForeignEvent.read(
                "legacy.customers-0-17",
                null,
                Map.of(record.group(1), record.group(2)),
                record.group(3).getBytes(StandardCharsets.UTF_8));

        ProgramConfig.TriggerConfig legacy =
                triggers(found(SETTINGS, page).group(1)).get("legacy");
        JobSpec job = Triggers.mapping("legacy", legacy).job(event).spec(Instant.EPOCH);

        assertThat(legacy.topic()).hasValue("legacy.customers");
        assertThat(job.type()).isEqualTo("legacy.event");
        assertThat(job.runBy()).isEqualTo("ute");
        assertThat(job.tags()).containsExactly("crm");
        assertThat(job.payload().text()).isEqualTo(found(PAYLOAD, page).group(1));
    }

    @Test
    @DisplayName("A source that is none names the setting and what can be written")
    void aBadSource() throws IOException {
        ProgramConfig.TriggerConfig config = triggers(
                        "penstock.triggers.a.type=b\npenstock.triggers.a.payload.x=customer.no\n")
                .get("a");
        assertThatThrownBy(() -> Triggers.mapping("a", config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("penstock.triggers.a.payload.x: \"customer.no\" does not say")
                .hasMessageContaining("write /a/pointer");
    }

    private static Map<String, ProgramConfig.TriggerConfig> triggers(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        SmallRyeConfigBuilder builder =
                new SmallRyeConfigBuilder().addDiscoveredConverters().withMapping(ProgramConfig.class);
        properties.stringPropertyNames().forEach(name -> builder.withDefaultValue(name, properties.getProperty(name)));
        return builder.build().getConfigMapping(ProgramConfig.class).triggers();
    }

    private static Matcher found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher;
    }
}
