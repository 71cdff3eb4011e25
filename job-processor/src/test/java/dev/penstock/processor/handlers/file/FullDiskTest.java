package dev.penstock.processor.handlers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    /** More than one line of text, less than the file. */
    private static final String ROOM = "40000";

    @TempDir
    Path folder;

    /**
     * RLIMIT_FSIZE in place of a full disk, because it needs no rights: a write beyond it fails like one beyond the disk's
     * end, half done before.
     */
    @Test
    void a_handler_that_finds_the_disk_full_is_tried_again_and_leaves_no_file_that_looks_whole() throws Exception {
        List<String> said = run();
        assertThat(said).hasSize(2).allMatch(line -> line.contains("TRANSIENT java.io.IOException: File too large"));
        assertThat(folder.resolve("data").toFile().list())
                .as("the part of a job that goes on later stays, nothing else")
                .containsExactly("job-1.part");
    }

    private List<String> run() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        List<String> command = new ArrayList<>(List.of("prlimit", "--fsize=" + ROOM, "--"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskMain.class.getName(),
                folder.resolve("data").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines()
                .filter(line -> line.startsWith("whole:") || line.startsWith("part:"))
                .toList();
    }
}
