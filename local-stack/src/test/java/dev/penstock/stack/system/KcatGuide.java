package dev.penstock.stack.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.penstock.stack.process.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The commands that {@code docs/analysts.md} shows for kcat, run as they stand there. */
record KcatGuide(List<String> commands, String bootstrap) {
    /** @throws org.opentest4j.TestAbortedException if there is no kcat on this machine */
    static KcatGuide on(String bootstrap) throws IOException {
        assumeTrue(isInstalled(), "kcat is not on the PATH: what docs/analysts.md says of it is not tried");
        String page = Files.readString(Build.top().resolve("docs/analysts.md"));
        // A line after the prompt, and those that it goes on in.
        Pattern command = Pattern.compile("(?m)^\\$ (kcat (?:.*\\\\\\n)*.*)$");
        return new KcatGuide(
                command.matcher(page).results().map(found -> found.group(1)).toList(), bootstrap);
    }

    /** What they print of a job that has failed, and was retried by a redrive until it completed. */
    void check(String job) throws Exception {
        assertThat(commands).hasSize(4);
        assertThat(run(0, job).lines())
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.contains("\"key\":\"" + job + "\""))
                .anyMatch(line -> line.contains("JobRequeued"));
        assertThat(run(1, job)).contains("ce_specversion=1.0", "ce_type=dev.penstock.");
        assertThat(run(2, job)).contains(job, "\"status\":\"COMPLETED\"").hasLineCount(1);
        assertThat(run(3, job)).contains(job, "penstock-message=Not mended yet", "\"errors\":[{");
    }

    private String run(int number, String job) throws Exception {
        String command = commands.get(number).replace("localhost:19092", bootstrap);
        ProcessBuilder shell =
                new ProcessBuilder("bash", "-c", "set -o pipefail; " + command).redirectErrorStream(true);
        shell.environment().put("JOB", job);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s%n%s", command, said).isZero();
        return said;
    }

    private static boolean isInstalled() {
        return Pattern.compile(":")
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kcat")));
    }
}
