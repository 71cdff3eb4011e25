package dev.penstock.ui.rest;

import dev.penstock.ui.fact.Freshness;
import dev.penstock.ui.read.FreshnessQueries;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** How far an answer is behind the log, as headers too: for acts, and for readers that do not look into the body. */
@Singleton
public class FreshnessHeaders {
    private final FreshnessQueries freshness;

    @Inject
    public FreshnessHeaders(FreshnessQueries freshness) {
        this.freshness = freshness;
    }

    @ServerResponseFilter
    public void say(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= 400 || !request.getUriInfo().getPath().startsWith("/api/")) {
            return;
        }
        Freshness now = freshness.now();
        response.getHeaders().putSingle("Penstock-Behind-Ms", now.behind().toMillis());
        response.getHeaders().putSingle("Penstock-As-Of", now.asOf());
    }
}
