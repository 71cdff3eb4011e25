package dev.penstock.api.worker.around;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.api.payload.JobType;
import dev.penstock.api.testing.HandlerKit;
import dev.penstock.api.testing.HandlerRun;
import dev.penstock.api.worker.Around;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantScopeTest {
    @JobType(name = "page.index", queue = "indexing")
    record Index(int page) {}

    private final List<String> seen = new ArrayList<>();

    private HandlerRun run(Around around, Around.Next handler) {
        return new HandlerKit().attempt(3).run((work, context) -> around.around(context, handler), new Index(1));
    }

    @Test
    void a_tenant_is_entered_and_left_however_the_attempt_ends() {
        TenantScope scope = new TenantScope(tenant -> {
            seen.add("enter " + tenant);
            return () -> seen.add("leave");
        });
        assertThat(run(scope, () -> seen.add("run")).isDone()).isTrue();
        HandlerRun failed = run(scope, () -> {
            throw new IllegalArgumentException("bad");
        });
        assertThat(failed.failure()).isNotNull();
        assertThat(seen).containsExactly("enter default", "run", "leave", "enter default", "leave");
    }
}
