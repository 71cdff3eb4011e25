package dev.penstock.stack.chaos.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.program.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the older version the present one takes its place, and it is said why. */
class OlderBuildTest {
    @TempDir
    Path folder;

    @Test
    void aTreeWithoutHistorySaysSo() throws Exception {
        OlderVersion older = new OlderBuild(folder, line -> {}).of(OlderBuild.BEFORE);
        assertThat(older.shortcoming()).contains("has no history").contains("The present programs take the place");
        assertThat(older.programs()).isEqualTo(Installation.own());
    }

    @Test
    void aFirstCommitHasNoneBeforeIt() throws Exception {
        commit();
        OlderVersion older = new OlderBuild(folder, line -> {}).of(OlderBuild.BEFORE);
        assertThat(older.shortcoming()).contains("HEAD~1").contains("shallow");
    }

    @Test
    void aFolderInARepositoryOfSomethingElseHasNoHistory() throws Exception {
        commit();
        Path inside = Files.createDirectories(folder.resolve("unpacked"));
        assertThat(new OlderBuild(inside, line -> {}).of(OlderBuild.BEFORE).shortcoming())
                .contains("a repository of something else");
    }

    @Test
    void aCommitThatCannotBeBuiltSaysWhy() throws Exception {
        commit();
        OlderVersion older = new OlderBuild(folder, line -> {}).of("HEAD");
        assertThat(older.shortcoming()).contains("cannot be built").contains("mvnw");
        assertThat(folder.resolve("target/older")).isEmptyDirectory();
    }

    private void commit() throws Exception {
        Files.writeString(folder.resolve("a-file"), "nothing to build");
        git("init", "-q");
        git("add", "a-file");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "Begin");
    }

    private void git(String... words) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("git", "-C", folder.toString()));
        all.addAll(List.of(words));
        assertThat(Tool.run(folder, all).isFine()).isTrue();
    }
}
