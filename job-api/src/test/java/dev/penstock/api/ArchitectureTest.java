package dev.penstock.api;

import dev.penstock.guard.ArchitectureRules;
import dev.penstock.guard.CodeBudget;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void roomsImportDownwardsAndRulesArePure() {
        ArchitectureRules.check("api");
    }

    @Test
    void theCodeKeepsItsBudgets() {
        CodeBudget.check("api");
    }
}
