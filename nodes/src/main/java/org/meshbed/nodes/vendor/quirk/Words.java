package org.meshbed.nodes.vendor.quirk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The words that a value of a quirk may have: these, or those of a list that is kept elsewhere. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Words {
    String[] value() default {};

    Listed from() default Listed.HERE;

    /** What one of them is called in a message; the name of the component where it says nothing. */
    String what() default "";

    /** Lists of words that are kept elsewhere. */
    enum Listed {
        HERE,
        CALLS,
        DIALECTS,
        REQUESTS,
        SIGNATURE_FORMS,
        NOTICES,
        PLACES,
        VERBS
    }
}
