package dev.penstock.projector;

import dev.penstock.guard.ArchitectureRules;
import dev.penstock.guard.CodeBudget;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void roomsImportDownwardsAndRulesArePure() {
        ArchitectureRules.check("projector");
    }

    @Test
    void theCodeKeepsItsBudgets() {
        CodeBudget.check("projector");
    }
}
