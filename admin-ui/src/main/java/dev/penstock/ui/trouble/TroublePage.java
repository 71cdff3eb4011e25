package dev.penstock.ui.trouble;

import dev.penstock.ui.trouble.Trouble.Said;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;

/** Shows trouble to people. One bean of the pages implements it. */
public interface TroublePage {
    Response show(Said said, ContainerRequestContext request);
}
