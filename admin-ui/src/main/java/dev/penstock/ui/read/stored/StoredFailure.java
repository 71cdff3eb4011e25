package dev.penstock.ui.read.stored;

import dev.penstock.api.job.Failure;
import dev.penstock.api.mask.Mask;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Why an attempt failed, as three columns; the stack, which may be large, is a fourth that lists do not read. */
@Embeddable
@Immutable
class StoredFailure {
    @Column(name = "error_kind")
    @Nullable
    String kind;

    @Column(name = "error_class")
    @Nullable
    String error;

    @Column(name = "error_message")
    @Nullable
    String message;

    /** Hibernate makes none where all columns are null. */
    static @Nullable Failure of(@Nullable StoredFailure f, @Nullable String stack, Mask mask) {
        return f == null || f.kind == null || f.error == null
                ? null
                : mask.failure(new Failure(
                        Failure.Kind.valueOf(f.kind),
                        f.error,
                        f.message == null ? "" : f.message,
                        stack == null ? "" : stack));
    }
}
