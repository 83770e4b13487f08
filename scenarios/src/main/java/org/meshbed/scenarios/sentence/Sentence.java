package org.meshbed.scenarios.sentence;

import io.cucumber.cucumberexpressions.Expression;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * A sentence that the features may use.
 *
 * @param keyword under which it was declared: {@code Given}, {@code When}, {@code Then}
 * @param text the Cucumber expression
 * @param step the method behind it
 */
public record Sentence(String keyword, String text, Method step, Expression expression) {

    /** It takes a table or a text below it, so it makes sense in a feature file only. */
    public boolean needsMore() {
        return step.getParameterCount() > parameters();
    }

    /** The group it is listed under: the name of its class. */
    public String noun() {
        return step.getDeclaringClass().getSimpleName();
    }

    Optional<Spoken> match(String said) {
        return Optional.ofNullable(expression.match(said, step.getGenericParameterTypes()))
                .map(arguments -> new Spoken(this, said, arguments));
    }

    private long parameters() {
        return text.replace("\\{", "").chars().filter(c -> c == '{').count();
    }

    @Override
    public String toString() {
        return "'" + text + "' (" + noun() + "." + step.getName() + ")";
    }
}
