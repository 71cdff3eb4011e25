package dev.penstock.ui.view.setting;

import dev.penstock.ui.view.Moment;

/** When something was changed last, and by whom and why: "by user:ana: the server is slow". */
public record Changed(Moment at, String by) {}
