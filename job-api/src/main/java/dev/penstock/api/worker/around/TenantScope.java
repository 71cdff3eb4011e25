package dev.penstock.api.worker.around;

import dev.penstock.api.worker.Around;
import dev.penstock.api.worker.JobContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs each attempt within its tenant: {@code builder.around(new TenantScope(tenant -> schemas.use(tenant)))}. The tenant is a
 * label that the submitter set; whether it may be trusted is for the application to know.
 */
public final class TenantScope implements Around {
    /** Makes a tenant the present one of this thread. */
    @FunctionalInterface
    public interface Entering {
        /** Enters; what it returns is closed when the attempt has ended, however it ends. */
        AutoCloseable enter(String tenant) throws Exception;
    }

    private final Entering entering;

    public TenantScope(Entering entering) {
        this.entering = entering;
    }

    @Override
    public @Nullable Object around(JobContext context, Next next) throws Exception {
        try (AutoCloseable scope = entering.enter(context.tenant())) {
            Objects.requireNonNull(scope, "a scope to leave");
            return next.run();
        }
    }
}
