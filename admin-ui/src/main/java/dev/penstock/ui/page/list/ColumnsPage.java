package dev.penstock.ui.page.list;

import dev.penstock.ui.page.frame.Back;
import dev.penstock.ui.page.frame.Cookies;
import dev.penstock.ui.present.list.ListColumn;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Which columns the list of jobs has, kept in the reader's browser. */
@Path("/settings/columns")
public class ColumnsPage {
    @POST
    @Operation(hidden = true)
    public Response choose(@FormParam("column") List<String> columns, @FormParam("back") @Nullable String back) {
        String keys = ListColumn.chosen(String.join(".", columns)).stream()
                .map(ListColumn::word)
                .collect(Collectors.joining("."));
        return Response.seeOther(URI.create(Back.or(back, "/jobs")))
                .cookie(Cookies.columns(keys))
                .build();
    }
}
