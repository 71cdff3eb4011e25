package dev.penstock.processor;

import dev.penstock.guard.ArchitectureRules;
import dev.penstock.guard.CodeBudget;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void roomsImportDownwardsAndRulesArePure() {
        ArchitectureRules.check("processor");
    }

    @Test
    void theCodeKeepsItsBudgets() {
        CodeBudget.check("processor");
    }
}
