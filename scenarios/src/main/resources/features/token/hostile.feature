@token @negative @hostile
Feature: Tokens that nobody may have
  Whoever asks for a token without a right to it gets an error that tells nothing; the server writes down why, and goes
  on serving.

  Background:
    Given alice is at alpha
    And alpha runs reference/1.5[exchange=demanded]
    And alice has a file report.txt
    And a foreign server omega
    And omega exchanges tokens
    And alice shares report.txt with mallory at omega

  @OCM-TOKEN-08 @OCM-TOKEN-02 @OCM-TOKEN-04 @OCM-DEF-18
  Scenario Outline: A token is asked for with <what>
    When omega asks for a token for report.txt with <what>
    Then alpha refuses the exchange as <error>
    And omega cannot read report.txt with its secret
    And no secret and no token of omega stands in the journal
    And alpha still serves

    Examples:
      | what                           | error                  |
      | another grant type             | unsupported_grant_type |
      | the grant type of version 1.2  | unsupported_grant_type |
      | no grant type                  | invalid_request        |
      | no client                      | invalid_request        |
      | a client that is no server     | invalid_client         |
      | no code                        | invalid_request        |
      | an empty code                  | invalid_request        |
      | a guessed code                 | invalid_grant          |
      | the id of the share as code    | invalid_grant          |
      | the code twice                 | invalid_request        |
      | a code of a megabyte           | invalid_grant          |
      | a percent sign that stands alone | invalid_request      |
      | ten thousand fields            | invalid_request        |
      | plain text instead of a form   | invalid_request        |
      | no word on its form            | invalid_request        |
      | three megabytes                | invalid_request        |

  @OCM-TOKEN-02
  Scenario: A token is asked for with JSON where a form is asked for
    When omega asks for a token for report.txt with the form of version 1.2 instead of a form
    Then alpha refuses it
    And omega cannot read report.txt with its secret
    And alpha still serves

  @OCM-TOKEN-02 @OCM-LEG-07
  Scenario: The JSON of version 1.2 is not taken for a share that was announced without a code
    When omega asks for a token for report.txt in the form of version 1.2
    Then alpha refuses it
    And alpha still serves

  @OCM-TOKEN-04 @OCM-TOKEN-08
  Scenario: The secret of another server is exchanged for nothing
    Given a foreign server sigma
    When sigma asks for a token for report.txt of omega
    Then alpha refuses the exchange as invalid_grant
    And alpha still serves

  @OCM-TOKEN-08 @OCM-SHARE-57
  Scenario: A token for one share does not open another
    Given alice has a file diary.txt
    And alice shares diary.txt with mallory at omega
    When omega asks for a token for report.txt
    Then omega gets a token
    And omega can read report.txt with its token
    And omega cannot read diary.txt with the token of report.txt

  @OCM-TOKEN-08
  Scenario: A secret that comes again after the share has ended
    Given omega asks for a token for report.txt
    And alice unshares report.txt
    When omega asks for a token for report.txt
    Then alpha refuses the exchange as invalid_grant
    And omega cannot read report.txt with its token
    And no secret and no token of omega stands in the journal
    And alpha still serves
