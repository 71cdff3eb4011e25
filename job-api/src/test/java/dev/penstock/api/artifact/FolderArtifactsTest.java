package dev.penstock.api.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.penstock.api.job.Artifact;
import dev.penstock.api.job.JobId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderArtifactsTest {
    @TempDir
    Path folder;

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Artifact keep(String name, String text) throws IOException {
        ArtifactStore store = new FolderArtifacts(folder, 10);
        return store.keep(new ArtifactStore.Making(JobId.of("r", "0"), 7, name, "text/csv", null), content(text));
    }

    @Test
    @DisplayName("S4.14: a file is kept with its size and digest, below its job and its lease")
    void a_file_is_kept() throws IOException {
        Artifact kept = keep("report.csv", "a;b");
        assertThat(kept)
                .isEqualTo(new Artifact(
                        "report.csv",
                        "text/csv",
                        3,
                        "5719af18823567701f70e9f302f75d96e574215493286286a57b0a4959672283",
                        "r.0/7/report.csv"));
        assertThat(folder.resolve(kept.location())).hasContent("a;b");
        keep("report.csv", "again");
        assertThat(folder.resolve(kept.location())).hasContent("again");
    }

    @Test
    void a_file_that_is_too_large_leaves_nothing() throws IOException {
        assertThatThrownBy(() -> keep("report.csv", "eleven byte"))
                .isInstanceOf(ArtifactRefused.class)
                .hasMessageContaining("more than 10 bytes");
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void a_name_never_leads_out_of_the_folder() throws IOException {
        for (String name :
                new String[] {"../../etc/passwd", "..\\..\\x.csv", "/etc/passwd", "..", ".", "", "a\0b", "…/.."}) {
            Artifact kept = keep(name, "x");
            Path file = folder.resolve(kept.location()).normalize();
            assertThat(file.getParent()).isEqualTo(folder.resolve("r.0/7"));
            assertThat(file).isRegularFile();
        }
    }

    @Test
    void names_are_made_safe_and_stay_readable() {
        assertThat(FileName.safe("Bericht März.pdf")).isEqualTo("Bericht März.pdf");
        assertThat(FileName.safe("C:\\Users\\ana\\report.csv")).isEqualTo("report.csv");
        assertThat(FileName.safe("a<b>:c?.txt")).isEqualTo("a_b__c_.txt");
        assertThat(FileName.safe(".hidden ")).isEqualTo("hidden");
        assertThat(FileName.safe("con.txt")).isEqualTo("_con.txt");
        assertThat(FileName.safe("report\r\nX-Evil: 1.csv")).isEqualTo("report__X-Evil_ 1.csv");
        assertThat(FileName.safe("x".repeat(300) + ".csv")).hasSize(150).endsWith(".csv");
        assertThat(FileName.safe("half.part")).isEqualTo("half.partfile");
    }
}
