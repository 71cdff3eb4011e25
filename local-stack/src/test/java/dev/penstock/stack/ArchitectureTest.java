package dev.penstock.stack;

import dev.penstock.guard.ArchitectureRules;
import dev.penstock.guard.CodeBudget;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void roomsImportDownwardsAndRulesArePure() {
        ArchitectureRules.check("stack");
    }

    @Test
    void theCodeKeepsItsBudgets() {
        CodeBudget.check("stack");
    }
}
