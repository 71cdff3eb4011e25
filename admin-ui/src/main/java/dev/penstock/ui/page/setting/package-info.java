/**
 * Floor 3, adapter: the pages of settings, e-mail templates and connections. Start with {@link dev.penstock.ui.page.setting.SettingsPage}.
 */
@NullMarked
package dev.penstock.ui.page.setting;

import org.jspecify.annotations.NullMarked;
