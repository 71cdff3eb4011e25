package dev.penstock.ui;

import dev.penstock.guard.ArchitectureRules;
import dev.penstock.guard.CodeBudget;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void roomsImportDownwardsAndRulesArePure() {
        ArchitectureRules.check("ui");
    }

    @Test
    void theCodeKeepsItsBudgets() {
        CodeBudget.check("ui");
    }
}
