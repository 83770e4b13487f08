package org.meshbed.scenarios.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.meshbed.nodes.vendor.Vendors;

class QuirksPageTest {
    private static final Path PAGE = Path.of("..", "docs", "quirks.md");

    @Test
    void thePageIsThatOfTheCode() throws IOException {
        assertThat(Files.readString(PAGE))
                .as("docs/quirks.md is not what the code says; make it anew: ./meshbed vendors --page > docs/quirks.md")
                .isEqualTo(QuirksPage.of(Vendors.names()));
    }

    @Test
    void theVendorsThatHaveAQuirkStandBelowIt() {
        var page = QuirksPage.of(Vendors.names());
        assertThat(page).contains("### share.receive.keeps", "`ocm-stub/1`", "`reference/1.5[mode=compat]`");
        assertThat(page).contains("| exchange | `no`, `yes`, `demanded` |");
    }
}
