package dev.penstock.ui.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.ui.trouble.BarePage;
import dev.penstock.ui.trouble.Trouble.Said;
import dev.penstock.ui.trouble.TroubleMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Answers requests that are not let in: as a page to people, as problem+json to programs. */
@ApplicationScoped
public class Refusals {
    private final ObjectMapper mapper;
    private final BarePage pages;

    @Inject
    public Refusals(ObjectMapper mapper, BarePage pages) {
        this.mapper = mapper;
        this.pages = pages;
    }

    /** Programs ask below these paths, people elsewhere. */
    static boolean isForPrograms(RoutingContext context) {
        String path = context.normalizedPath();
        return path.startsWith("/api/") || path.startsWith("/internal/") || path.startsWith("/q/");
    }

    void answer(RoutingContext context, Said said) {
        HttpServerResponse response = context.response().setStatusCode(said.code());
        boolean hasBody = !context.request().method().name().equals("GET");
        if (hasBody && context.request().version() != HttpVersion.HTTP_2) {
            // The body was not read: the connection cannot be used again.
            response.putHeader("Connection", "close");
        }
        if (!isForPrograms(context)) {
            response.putHeader("Content-Type", "text/html;charset=UTF-8").end(pages.html(said));
            return;
        }
        try {
            response.putHeader("Content-Type", TroubleMapper.PROBLEM)
                    .end(mapper.writeValueAsString(TroubleMapper.Problem.of(said)));
        } catch (JsonProcessingException e) {
            response.putHeader("Content-Type", "text/plain").end(said.sentence());
        }
    }
}
