package dev.penstock.stack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.process.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script's search for a JDK, with folders that hold a Java of another age. */
class ScriptTest {
    @TempDir
    Path folder;

    @Test
    void helpNeedsNoJavaAndListsTheCommands() throws Exception {
        Answer answer = penstock("/nowhere", "--help");
        assertThat(answer.code).isZero();
        assertThat(answer.text)
                .contains("./penstock demo")
                .contains("./penstock doctor")
                .contains("PENSTOCK_JDKS");
    }

    @Test
    void aJdkThatIsTooOldIsNamedWithItsPlaceAndWhatToDo() throws Exception {
        Path old = java("old", "1.8.0_392", true);
        Answer answer = penstock(old.toString(), "status");
        assertThat(answer.code).isEqualTo(3);
        assertThat(answer.text)
                .contains("needs a JDK 21 or newer; the newest Java found is 8 (" + old + "), which is too old")
                .contains("Install one")
                .contains("JAVA_HOME");
    }

    @Test
    void noJavaAtAllIsSaid() throws Exception {
        Answer answer = penstock(folder.toString(), "status");
        assertThat(answer.code).isEqualTo(3);
        assertThat(answer.text).contains("found no Java at all");
    }

    @Test
    void aRuntimeWithoutACompilerIsNotEnough() throws Exception {
        Answer answer = penstock(java("jre", "25.0.1", false).toString(), "status");
        assertThat(answer.code).isEqualTo(3);
        assertThat(answer.text).contains("Java 25").contains("has no compiler");
    }

    @Test
    void theNewestOfSeveralIsTaken() throws Exception {
        String places = java("a", "17.0.9", true) + ":" + java("c", "23.0.1", true) + ":" + java("b", "21.0.2", true);
        Answer answer = penstock(places, "--version");
        assertThat(answer.code).isZero();
        assertThat(answer.text).startsWith("Penstock ").contains("JDK 23 in " + folder.resolve("c"));
    }

    private record Answer(int code, String text) {}

    /** A folder like a JDK's whose programs only say where they are and how old. */
    private Path java(String name, String version, boolean compiler) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        program(
                home.resolve("bin/java"),
                "echo 'java of " + home + "'; echo 'openjdk version \"" + version + "\"' >&2");
        if (compiler) {
            program(home.resolve("bin/javac"), "true");
        }
        return home;
    }

    private static void program(Path file, String line) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Answer penstock(String jdks, String... words) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("bash", Build.top().resolve("penstock").toString());
        builder.command().addAll(java.util.List.of(words));
        builder.environment().put("PENSTOCK_JDKS", jdks);
        Process process = builder.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
