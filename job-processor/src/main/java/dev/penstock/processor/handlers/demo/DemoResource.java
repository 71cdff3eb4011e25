package dev.penstock.processor.handlers.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.processor.handlers.load.DemoLoad;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the demo's launcher and the burst button ask: {@code POST /burst?n=2000}, {@code POST /stop}, {@code GET /report}.
 * In the roles {@code processor} and {@code worker} each answers 404.
 */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class DemoResource {
    private static final JsonMapper JSON = new JsonMapper();

    private final DemoDesk desk;

    @Inject
    public DemoResource(DemoDesk desk) {
        this.desk = desk;
    }

    /** A burst of newsletters: 202 with how many are now asked for. */
    @POST
    @Path("burst")
    public Response burst(
            @QueryParam("n") @DefaultValue("2000") int jobs, @HeaderParam("Origin") @Nullable String origin) {
        return forPrograms(origin, load -> {
            try {
                return answer(202, Map.of("asked", load.burst(jobs)));
            } catch (IllegalArgumentException e) {
                return answer(400, Map.of("detail", String.valueOf(e.getMessage())));
            } catch (IllegalStateException e) {
                return answer(409, Map.of("detail", String.valueOf(e.getMessage())));
            }
        });
    }

    /** No more jobs; the tally is final once nothing is pending. */
    @POST
    @Path("stop")
    public Response stop(@HeaderParam("Origin") @Nullable String origin) {
        return forPrograms(origin, load -> {
            load.stop();
            return answer(202, load.tally());
        });
    }

    /** The {@link dev.penstock.processor.handlers.load.Tally}. */
    @GET
    @Path("report")
    public Response report() {
        return forPrograms(null, load -> answer(200, load.tally()));
    }

    /** Browsers send an Origin, programs do not: a page of somebody else's must not press our buttons. */
    private Response forPrograms(@Nullable String origin, Function<DemoLoad, Response> act) {
        if (origin != null) {
            return answer(403, Map.of("detail", "This is for programs; in a browser use the admin UI."));
        }
        return desk.load()
                .map(act)
                .orElseGet(() -> answer(404, Map.of("detail", "This process does not run the demo's load.")));
    }

    private static Response answer(int status, Object body) {
        try {
            return Response.status(status).entity(JSON.writeValueAsString(body)).build();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
