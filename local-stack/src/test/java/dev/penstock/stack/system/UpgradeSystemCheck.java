package dev.penstock.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.chaos.upgrade.OlderBuild;
import dev.penstock.stack.chaos.upgrade.OlderVersion;
import dev.penstock.stack.chaos.upgrade.UpgradePlan;
import dev.penstock.stack.chaos.upgrade.UpgradeResult;
import dev.penstock.stack.chaos.upgrade.UpgradeRun;
import dev.penstock.stack.process.Build;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the commit before this one to the present build, under load. Needs the built programs. */
class UpgradeSystemCheck {
    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "B14: workers and processors are replaced one by one by the next version under load, and nothing is lost")
    void nothingIsLost() throws Exception {
        OlderVersion older = new OlderBuild(Build.top(), line -> {}).of(OlderBuild.BEFORE);
        if (older.shortcoming() != null) {
            System.out.println("Rolling upgrade: " + older.shortcoming());
        }
        UpgradeResult result = UpgradeRun.run(new DataFolder(folder), UpgradePlan.from(older, 5, 11), line -> {});
        assertThat(result.proof().findings().first()).as(result.report().text()).isEmpty();
        assertThat(result.proof().tally().completions()).isNotEmpty();
        // The roll broke attempts off: otherwise it has shown nothing.
        assertThat(result.proof().tally().events()).containsKey("AttemptHandedBack");
    }
}
