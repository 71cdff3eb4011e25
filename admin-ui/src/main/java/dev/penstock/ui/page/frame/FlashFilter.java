package dev.penstock.ui.page.frame;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Once a page has shown the outcome of an act, the browser forgets it. */
public class FlashFilter {
    @ServerResponseFilter
    public void forget(ContainerRequestContext request, ContainerResponseContext response) {
        boolean page = response.getEntity() instanceof TemplateInstance;
        if (page && request.getCookies().containsKey(Cookies.FLASH)) {
            response.getHeaders().add("Set-Cookie", Cookies.flashShown());
        }
    }
}
