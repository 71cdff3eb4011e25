package dev.penstock.processor.handlers;

import dev.penstock.api.payload.TypeDeclaration;
import dev.penstock.api.worker.JobHandler;
import dev.penstock.api.worker.JobWorkerBuilder;

/** A handler with the payload record that declares its job type. */
public record Registration<P>(Class<P> payload, JobHandler<P> handler) {
    /** The job type. */
    public TypeDeclaration<P> type() {
        return TypeDeclaration.of(payload);
    }

    void addTo(JobWorkerBuilder worker) {
        worker.handler(payload, handler);
    }
}
