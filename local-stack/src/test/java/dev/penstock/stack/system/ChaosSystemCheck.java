package dev.penstock.stack.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.stack.assembly.DataFolder;
import dev.penstock.stack.chaos.ChaosPlan;
import dev.penstock.stack.chaos.ChaosResult;
import dev.penstock.stack.chaos.ChaosRun;
import dev.penstock.stack.history.model.Finding;
import dev.penstock.stack.history.model.Finding.Kind;
import dev.penstock.stack.process.Build;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short fault run, and one against a processor with a planted bug. Needs the built programs. */
class ChaosSystemCheck {
    private static final int MORE_RUNS = 3;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "A1 to A10: killed, frozen and cut off while records are copied, garbled and forged, nothing goes wrong")
    void nothingGoesWrong() throws Exception {
        ChaosResult result = run(ChaosPlan.of(25, 7, 1), "data");
        assertThat(result.proof().findings().first()).as(result.report().text()).isEmpty();
        assertThat(result.runs().count()).isPositive();
        assertThat(result.proof().tally().completions()).isNotEmpty();
    }

    @Test
    @DisplayName("A5: a processor that no longer compares the lease's worker is found out")
    void aPlantedBugIsFound() throws Exception {
        String before = System.getProperty(Build.TARGET_PROPERTY);
        System.setProperty(
                Build.TARGET_PROPERTY,
                DoctoredBuild.in(folder.resolve("doctored")).toString());
        try {
            // On a busy machine few of the forged reports come while their job runs: some runs are tried.
            ChaosResult result = run(ChaosPlan.ofMischief(15, 8), "mischief");
            for (int more = 1; more <= MORE_RUNS && !kinds(result).contains(Kind.OLD_LEASE); more++) {
                result = run(ChaosPlan.ofMischief(15 + 10 * more, 8 + more), "mischief-" + more);
            }
            assertThat(kinds(result)).as(result.report().text()).contains(Kind.OLD_LEASE);
        } finally {
            if (before == null) {
                System.clearProperty(Build.TARGET_PROPERTY);
            } else {
                System.setProperty(Build.TARGET_PROPERTY, before);
            }
        }
    }

    private static List<Kind> kinds(ChaosResult result) {
        return result.proof().findings().first().stream().map(Finding::kind).toList();
    }

    private ChaosResult run(ChaosPlan plan, String data) throws Exception {
        return ChaosRun.run(new DataFolder(folder.resolve(data)), plan, line -> {});
    }
}
