package org.meshbed.nodes.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {
    private static String written(String... lines) throws Malformed {
        var written = new ArrayList<String>();
        FieldReader.dictionary("Test", List.of(lines))
                .forEach((name, member) -> written.add(name + "=" + member.written()));
        return String.join(", ", written);
    }

    @Nested
    class GivenADictionary {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "a=1 | a=1",
                    "a=1,b=\"x\"  ,   c=:AAAA: | a=1, b=\"x\", c=:AAAA:",
                    "a=(\"x\"   \"y\" ) ; p = 1 | wrong",
                    "a=( \"x\"  \"y\";q );p=-5;r;s=?0 | a=(\"x\" \"y\";q);p=-5;r;s=?0",
                    "a=() | a=()",
                    "a | a=?1",
                    "a;b;c=1.5 | a=?1;b;c=1.5",
                    "a=tok/en:*x | a=tok/en:*x",
                    "*a._-9=\"q\\\"\\\\z\" | *a._-9=\"q\\\"\\\\z\""
                })
        void whenItIsRead_thenItIsWrittenInItsOneForm(String field, String expected) throws Malformed {
            if (expected.equals("wrong"))
                assertThatThrownBy(() -> written(field)).isInstanceOf(Malformed.class);
            else assertThat(written(field)).isEqualTo(expected);
        }

        @Test
        void whenItStandsOnSeveralLines_thenTheyAreOne() throws Malformed {
            assertThat(written("a=1", "b=2, c")).isEqualTo("a=1, b=2, c=?1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a=1,",
                    ",a=1",
                    "A=1",
                    "a=",
                    "a=\"x",
                    "a=\"x\\",
                    "a=\"x\\y\"",
                    "a=\"\u00e4\"",
                    "a=:AA",
                    "a=:A:",
                    "a=(\"x\"\"y\")",
                    "a=(\"x\"",
                    "a=((\"x\"))",
                    "a=1;A=2",
                    "a=1 b=2",
                    "a=1, a=2",
                    "a=1;p=1;p=2",
                    "a=12345678901234567",
                    "a=?2",
                    "a=@1",
                    "a=%\"x\""
                })
        void whenItIsNone_thenThatIsSaid(String field) {
            assertThatThrownBy(() -> written(field))
                    .isInstanceOf(Malformed.class)
                    .hasMessageContaining("Test");
        }

        @Test
        void whenItIsHuge_thenItIsNotRead() {
            assertThatThrownBy(() -> written("a=\"" + "x".repeat(9000) + "\""))
                    .hasMessageContaining("longer than 8192");
            assertThatThrownBy(() -> written("a=\"" + "\\\\".repeat(4000))).isInstanceOf(Malformed.class);
            var many = new StringBuilder("m0");
            for (var i = 1; i < 40; i++) many.append(",m").append(i);
            assertThatThrownBy(() -> written(many.toString())).hasMessageContaining("too many members");
            assertThatThrownBy(() -> written("a=(" + "1 ".repeat(40) + ")")).hasMessageContaining("too many items");
            assertThatThrownBy(() -> written("a" + many.toString().replace(',', ';')))
                    .isInstanceOf(Malformed.class);
        }
    }
}
