package dev.penstock.ui.page.frame;

import dev.penstock.ui.trouble.BarePage;
import dev.penstock.ui.trouble.Trouble.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** A page with the site's looks and nothing in it that depends on who asks: no rail, no form, no token. */
@ApplicationScoped
public class BarePages implements BarePage {
    private final AssetNames assets;

    @Inject
    public BarePages(AssetNames assets) {
        this.assets = assets;
    }

    @Override
    public String html(Said said) {
        return Pages.refused(assets.assets(), said).render();
    }
}
