package dev.penstock.ui.trouble;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.penstock.ui.trouble.Trouble.Said;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Every exception that leaves a resource ends here. */
@Singleton
public class TroubleMapper {
    /** RFC 9457. */
    public static final String PROBLEM = "application/problem+json";

    private final Instance<TroublePage> pages;

    @Inject
    public TroubleMapper(Instance<TroublePage> pages) {
        this.pages = pages;
    }

    /** The body of an error below {@code /api}. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Problem(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String field,
            @Nullable Integer position,
            @Nullable Integer length,
            List<String> known,
            @Nullable String request) {
        public static Problem of(Said said) {
            return new Problem(
                    "about:blank",
                    said.title(),
                    said.code(),
                    said.sentence(),
                    said.field(),
                    said.position(),
                    said.length(),
                    said.known(),
                    said.request());
        }
    }

    // The framework answers the last one itself, and says nothing, unless it is named here.
    @ServerExceptionMapper({Throwable.class, WebApplicationException.class, MismatchedInputException.class})
    public Response map(Throwable thrown, ContainerRequestContext request) {
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 400) {
            return web.getResponse();
        }
        Said said = Diagnosis.of(thrown);
        if (!isApi(request) && pages.isResolvable()) {
            return pages.get().show(said, request);
        }
        return Response.status(said.code())
                .type(isApi(request) ? PROBLEM : MediaType.TEXT_PLAIN)
                .entity(isApi(request) ? Problem.of(said) : said.sentence())
                .build();
    }

    private static boolean isApi(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api/");
    }
}
