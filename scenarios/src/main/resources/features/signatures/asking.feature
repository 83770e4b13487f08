@signatures @negative @hostile
Feature: Requests that are not to be believed
  Who asks for a share or for a token is believed by the signature alone, where signatures are demanded. Why it is not
  is written down, the one who asked learns nothing, and the server goes on serving.

  Background:
    Given alpha runs reference/1.5[mode=compat;sign=yes;demand-signatures=yes;exchange=demanded]
    And alice is at alpha
    And alice has a file report.txt
    And a foreign server omega
    And omega signs its messages

  @OCM-SIG-04 @OCM-SIG-06 @OCM-NOTIF-06 @OCM-RESHARE-28
  Scenario Outline: A request for a share that is signed <how>
    When omega requests report.txt of alice, signed <how>
    Then alpha does not believe it
    And nothing is asked of alice
    And alpha still serves
    When omega requests report.txt of alice, signed rightly
    Then alpha takes it
    And alice sees that mallory at omega asks for report.txt

    Examples:
      | how                                |
      | with another key                   |
      | with the key of somebody else      |
      | with a key that nobody has seen    |
      | for another server                 |
      | for another place                  |
      | without a digest                   |
      | with the digest of another message |
      | ten minutes too late               |
      | by nonsense                        |
      | in a manner of its own             |

  @OCM-SIG-06 @OCM-LEG-14
  Scenario Outline: A call of version 1.4 for a share that is signed <how>
    When omega requests report.txt of alice by the call of version 1.4, signed <how>
    Then alpha does not believe it
    And nothing is asked of alice
    And alpha still serves

    Examples:
      | how                                |
      | with another key                   |
      | for another server                 |
      | without a digest                   |
      | with the digest of another message |
      | ten minutes too late               |

  @OCM-SIG-06
  Scenario: A call of version 1.4 for a share that is signed rightly is heard
    When omega requests report.txt of alice by the call of version 1.4, signed rightly
    Then alpha takes it
    And alice sees that mallory at omega asks for report.txt

  @OCM-SIG-06 @OCM-DEF-09
  Scenario: Requests for a share that are not signed
    When omega requests report.txt of alice, not signed
    Then alpha does not believe it
    When omega requests report.txt of alice by the call of version 1.4, not signed
    Then alpha does not believe it
    And nothing is asked of alice

  @OCM-SIG-46 @OCM-DEF-24
  Scenario: Requests for a share in the name of another server
    Given a foreign server sigma
    And sigma signs its messages
    When omega requests report.txt of alice in the name of sigma, signed rightly
    Then alpha does not believe it
    When omega requests report.txt of alice by the call of version 1.4 in the name of sigma, signed rightly
    Then alpha does not believe it
    And nothing is asked of alice

  @OCM-DEF-24
  Scenario: A call of version 1.4 from a server that is not allowed
    Given beta runs reference/1.5[mode=compat;servers=allow]
    And bob is at beta
    And bob has a file song.mp3
    When omega requests song.mp3 of bob by the call of version 1.4, not signed
    Then beta refuses it as not trusted
    And beta gives the reason "not on the list of servers that are allowed"
    And nothing is asked of bob

  @OCM-TOKEN-03 @OCM-SEC-05 @OCM-SIG-06
  Scenario Outline: A token that is asked for by a message signed <how>
    Given omega exchanges tokens
    And alice shares report.txt with mallory at omega
    When omega asks for a token for report.txt, signed <how>
    Then alpha refuses the exchange as invalid_client
    And alpha gives the reason "<why>"
    And no secret and no token of omega stands in the journal
    And alpha still serves
    When omega asks for a token for report.txt, signed rightly
    Then omega gets a token
    And omega can read report.txt with its token

    Examples:
      | how                                | why                                  |
      | with another key                   | does not fit the key                 |
      | with the key of somebody else      | is not in its JWK Set                |
      | with a key that nobody has seen    | is not in its JWK Set                |
      | for another server                 | does not fit the key                 |
      | for another place                  | does not fit the key                 |
      | without a digest                   | does not cover content-digest        |
      | with the digest of another message | is that of another body              |
      | ten minutes too late               | longer than 5 minutes ago            |
      | without a tag                      | and this server demands one          |
      | by nonsense                        | refused by signature-valid           |

  @OCM-TOKEN-03 @OCM-SEC-05 @OCM-DEF-09
  Scenario: A token that is asked for by a message without a signature
    Given omega exchanges tokens
    And alice shares report.txt with mallory at omega
    When omega asks for a token for report.txt, not signed
    Then alpha refuses the exchange as invalid_client
    And alpha gives the reason "there is no signature"
    And alpha still serves

  @OCM-SIG-46 @OCM-TOKEN-08
  Scenario: A stolen secret is exchanged for nothing
    Given omega exchanges tokens
    And alice shares report.txt with mallory at omega
    And a foreign server sigma
    And sigma signs its messages
    When sigma asks for a token for report.txt of omega in its name, signed rightly
    Then alpha refuses the exchange as invalid_client
    And no secret and no token of omega stands in the journal
    And alpha still serves

  @OCM-SIG-35 @OCM-TOKEN-06
  Scenario: A request for a token that is sent again later is worth nothing
    Given omega exchanges tokens
    And alice shares report.txt with mallory at omega
    And omega asks for a token for report.txt, signed rightly
    When 10 minutes pass
    And omega sends the same once more
    Then alpha refuses the exchange as invalid_client
    And alpha gives the reason "longer than 5 minutes ago"

  @OCM-SIG-46 @OCM-INV-15
  Scenario: An invite that is accepted in the name of another server
    Given a foreign server sigma
    And sigma signs its messages
    And alice invites mallory
    When omega accepts the invite of alice for mallory in the name of sigma
    Then alpha does not believe it
    And alice has no contacts
    And alpha still serves
